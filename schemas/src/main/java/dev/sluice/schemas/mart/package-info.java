/**
 * The parts that columns play in the views for analysts: which one is the budget, which the launch
 * date. Pure functions over the field registry.
 */
@NullMarked
package dev.sluice.schemas.mart;

import org.jspecify.annotations.NullMarked;
