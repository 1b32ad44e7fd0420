package dev.sluice.schemas.avro;

import org.apache.avro.generic.GenericRecord;

/**
 * One row of a table.
 *
 * @param table name of the table
 */
public record Row(String table, GenericRecord record) {}
