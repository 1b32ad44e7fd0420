/**
 * What goes wrong on request. Each fault is one class that overrides the moments it disturbs; the
 * catalogue names them all and says what each does.
 */
@NullMarked
package dev.sluice.simulator.fault;

import org.jspecify.annotations.NullMarked;
