/**
 * The tables as Avro: schemas, rows made from Jira's JSON, rows made by name. One projection of the
 * declarations in {@code dev.sluice.schemas.table}.
 */
@NullMarked
package dev.sluice.schemas.avro;

import org.jspecify.annotations.NullMarked;
