/**
 * The benchmarks that ship with the product: the real program, in processes of its own, against a
 * simulated Jira. What they compare is measured in the same run, so that the figures are ratios and
 * hold on any machine. Started by the profile {@code bench}; none of this is in the jar.
 */
@NullMarked
package dev.sluice.bench;

import org.jspecify.annotations.NullMarked;
