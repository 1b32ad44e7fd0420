/** Finds out, before anything is loaded, what would go wrong and how to put it right. */
@NullMarked
package dev.sluice.pipelines.check;

import org.jspecify.annotations.NullMarked;
