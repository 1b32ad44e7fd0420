/**
 * What {@code sluice.yaml} says, as records. A mistake is reported with its file, line and key, and
 * every mistake of a file in one go. Secrets are never read here: the configuration holds
 * references to them.
 */
@NullMarked
package dev.sluice.pipelines.config;

import org.jspecify.annotations.NullMarked;
