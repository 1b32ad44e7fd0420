/** What the data looks like: tables, fields, values. No Beam, no HTTP. */
@NullMarked
package dev.sluice.schemas;

import org.jspecify.annotations.NullMarked;
