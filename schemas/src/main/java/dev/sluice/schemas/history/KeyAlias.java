package dev.sluice.schemas.history;

import org.jspecify.annotations.Nullable;

/**
 * A key an issue once had.
 *
 * @param key the key it has now
 * @param validUntil when it lost the old one, as Jira sent it
 */
public record KeyAlias(String oldKey, String issueId, String key, @Nullable String validUntil) {}
