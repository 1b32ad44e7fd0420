/** What a person or a scheduler starts. */
@NullMarked
package dev.sluice.pipelines;

import org.jspecify.annotations.NullMarked;
