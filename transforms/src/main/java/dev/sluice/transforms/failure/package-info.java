/** What becomes of an issue that cannot be loaded: it is set aside whole, never dropped. */
@NullMarked
package dev.sluice.transforms.failure;

import org.jspecify.annotations.NullMarked;
