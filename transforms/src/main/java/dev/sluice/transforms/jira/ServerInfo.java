package dev.sluice.transforms.jira;

import java.time.Duration;
import java.util.Optional;

/**
 * What a site tells about itself.
 *
 * @param edition which kind of Jira it is
 * @param version its version as text, such as {@code 10.3.24}; on Cloud an internal number
 * @param deploymentType the word the site uses: Cloud, Server or Data Center; empty when it has
 *     none
 * @param serverTime its clock as sent, with the offset of its zone
 * @param serverTimeZone the id of its zone
 * @param clockSkew how far its clock is ahead of the local one, negative when behind; half a second
 *     fine at best
 */
public record ServerInfo(
    Edition edition,
    String version,
    String deploymentType,
    Optional<String> serverTime,
    Optional<String> serverTimeZone,
    Optional<Duration> clockSkew) {}
