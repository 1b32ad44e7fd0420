/**
 * What needs Google's libraries: the tables in BigQuery, compare-and-set in a bucket, Dataflow. The
 * rest of the program finds it on the class path, or does without.
 */
@NullMarked
package dev.sluice.gcp;

import org.jspecify.annotations.NullMarked;
