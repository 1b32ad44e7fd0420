/** Questions to the local warehouse that are ready to be asked by their names. */
@NullMarked
package dev.sluice.pipelines.question;

import org.jspecify.annotations.NullMarked;
