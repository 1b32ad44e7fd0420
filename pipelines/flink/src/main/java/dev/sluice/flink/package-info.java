/**
 * What Flink needs besides: how a job comes to a JobManager, and how many JVMs then share the
 * budget. The graph is the same as everywhere.
 */
@NullMarked
package dev.sluice.flink;

import org.jspecify.annotations.NullMarked;
