/** How the data is got and shaped: the public PTransforms, one verb a file. */
@NullMarked
package dev.sluice.transforms;

import org.jspecify.annotations.NullMarked;
