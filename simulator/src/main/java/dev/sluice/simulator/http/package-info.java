/**
 * A small HTTP/1.1 server on loopback. The JDK's own overwrites the {@code Date} header with the
 * machine's clock and cannot reset a connection or cut a body; a Jira whose clock is wrong and
 * whose network is bad needs all three.
 */
@NullMarked
package dev.sluice.simulator.http;

import org.jspecify.annotations.NullMarked;
