package dev.sluice.schemas.layout;

import java.io.Serializable;

/**
 * What a sweep found.
 *
 * @param known issues the warehouse held before
 * @param listed issues Jira's search listed
 * @param fetched issues to be read because the warehouse lacked them or had them under an old key
 * @param deleted issues Jira no longer has
 * @param moved issues that are now where this pipeline does not look
 * @param archived issues that are archived
 * @param permissionLost issues the account may no longer see, as Jira says of each
 * @param kept issues that the search does not list but that are there
 * @param unseen issues of projects the account cannot see, or that are no longer asked for: they
 *     stay as they were read last
 */
public record SweepCounts(
    long known,
    long listed,
    long fetched,
    long deleted,
    long moved,
    long archived,
    long permissionLost,
    long kept,
    long unseen)
    implements Serializable {}
