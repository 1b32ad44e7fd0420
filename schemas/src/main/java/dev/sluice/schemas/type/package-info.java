/**
 * What a column can hold: scalars, lists and named records. The vocabulary every table, the Avro
 * projection and the field registry share.
 */
@NullMarked
package dev.sluice.schemas.type;

import org.jspecify.annotations.NullMarked;
