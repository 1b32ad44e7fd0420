/**
 * Jira's fields and the columns they become: the catalogue, the types, the naming rule and the
 * registry that keeps a column with its field for ever. Pure functions over values.
 */
@NullMarked
package dev.sluice.schemas.field;

import org.jspecify.annotations.NullMarked;
