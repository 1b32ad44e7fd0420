package dev.sluice.schemas.issue;

import java.util.Optional;

/**
 * A value that did not fit its column.
 *
 * @param fieldId the field of the issue it is the value of
 */
public record Misfit(String table, String column, Optional<String> fieldId) {}
