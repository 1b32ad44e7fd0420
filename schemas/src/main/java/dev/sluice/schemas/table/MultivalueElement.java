package dev.sluice.schemas.table;

import org.jspecify.annotations.Nullable;

/**
 * What a row of table {@code issue_multivalue} is made from.
 *
 * @param column the column of table {@code issue} that holds the whole list
 * @param position from 0, in Jira's order
 */
record MultivalueElement(
    String issueId,
    String fieldId,
    String column,
    long position,
    @Nullable String valueId,
    @Nullable String value) {}
