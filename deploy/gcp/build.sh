#!/bin/sh
# Builds the Flex Template: the image with the launcher, and its description in a bucket.
#   deploy/gcp/build.sh REGION-docker.pkg.dev/PROJECT/REPOSITORY/sluice:TAG gs://BUCKET/sluice.json
set -eu
[ $# -eq 2 ] || { sed -n '2,3s/^# *//p' "$0" >&2; exit 2; }
image=$1
template=$2
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)

(cd "$home" && ./mvnw -q -B -DskipTests -pl pipelines/gcp -am package)
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
cp "$home/deploy/gcp/Dockerfile" "$home/pipelines/gcp/target/sluice.jar" "$context"
cp -R "$home/pipelines/gcp/target/lib" "$context/lib"

docker build --tag "$image" "$context"
docker push "$image"
gcloud dataflow flex-template build "$template" --image "$image" --sdk-language JAVA \
  --metadata-file "$home/deploy/gcp/metadata.json"
