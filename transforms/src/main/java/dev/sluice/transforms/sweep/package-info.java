/**
 * What is in Jira but not in the warehouse, and the other way round: a census of ids, a second look
 * at whatever it lacks, and a reason for each; and what both have, but not alike. No Beam.
 */
@NullMarked
package dev.sluice.transforms.sweep;

import org.jspecify.annotations.NullMarked;
