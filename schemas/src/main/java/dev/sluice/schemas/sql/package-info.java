/** The tables as the databases they may be loaded into would declare them. */
@NullMarked
package dev.sluice.schemas.sql;

import org.jspecify.annotations.NullMarked;
