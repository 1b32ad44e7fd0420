/**
 * The tables as data: each is declared once, with its columns and where their values come from.
 * Extraction, Avro schema, documentation and sinks all read the same declaration, so a new table is
 * one more declaration and nothing else.
 */
@NullMarked
package dev.sluice.schemas.table;

import org.jspecify.annotations.NullMarked;
