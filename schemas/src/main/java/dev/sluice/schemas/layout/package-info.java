/**
 * Where a run leaves what it produced, and the small JSON documents beside the data: manifest,
 * summary and state. Their keys are contract: schedulers and readers rely on them.
 */
@NullMarked
package dev.sluice.schemas.layout;

import org.jspecify.annotations.NullMarked;
