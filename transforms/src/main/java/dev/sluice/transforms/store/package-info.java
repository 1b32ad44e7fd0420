/**
 * The files of a warehouse through Beam's {@code FileSystems}: the same code writes a local folder
 * and a bucket. A file appears only whole.
 */
@NullMarked
package dev.sluice.transforms.store;

import org.jspecify.annotations.NullMarked;
