/** One run: what is to be read, what is known from before, and who else is running. */
@NullMarked
package dev.sluice.pipelines.run;

import org.jspecify.annotations.NullMarked;
