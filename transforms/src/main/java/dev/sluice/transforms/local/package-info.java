/**
 * What a database in a file beside the Avro files can do. Whoever has one on its class path finds
 * it here; nobody else carries its weight.
 */
@NullMarked
package dev.sluice.transforms.local;

import org.jspecify.annotations.NullMarked;
