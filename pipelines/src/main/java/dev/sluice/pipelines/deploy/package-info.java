/**
 * The files that tell a scheduler about a pipeline. They are those of the folder {@code deploy},
 * which are valid as they lie there; for a configuration their marked lines get its own values.
 */
@NullMarked
package dev.sluice.pipelines.deploy;

import org.jspecify.annotations.NullMarked;
