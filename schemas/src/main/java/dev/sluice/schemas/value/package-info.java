/**
 * From Jira's JSON to values of the columns' types, one small converter a type. None throws: a
 * value that does not fit is a misfit, and its reader keeps it raw.
 */
@NullMarked
package dev.sluice.schemas.value;

import org.jspecify.annotations.NullMarked;
