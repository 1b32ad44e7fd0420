#!/bin/sh
# Makes a Java of the modules that Sluice and its libraries use.
#   deploy/container/jre.sh FOLDER
set -eu
[ $# -eq 1 ] || { sed -n '2,3s/^# *//p' "$0" >&2; exit 2; }
# jdk.crypto.ec: TLS to most sites; jdk.unsupported: Beam; jdk.zipfs: staging; jdk.charsets: old sites.
exec "${JAVA_HOME:?}/bin/jlink" --output "$1" --strip-debug --no-header-files --no-man-pages --compress=2 \
  --add-modules java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs
