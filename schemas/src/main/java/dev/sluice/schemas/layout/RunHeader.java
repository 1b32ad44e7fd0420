package dev.sluice.schemas.layout;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who a run is: what every document and lineage column of it repeats.
 *
 * @param runId unique, sortable by start
 * @param pipeline the name under which state, lock and alerts are kept
 * @param interval what is being loaded, half-open, UTC
 * @param startedAt by this machine's clock, UTC
 * @param site the value of the lineage column {@code _site}
 * @param jiraEdition {@code cloud} or {@code data-center}
 * @param schemaVersion the version of the field registry the columns come from
 * @param watermark what the state's watermark becomes when the run ends {@code ok}; null leaves it
 * @param stateRevision the revision of the state that the run was planned from; 0 when there was
 *     none
 */
public record RunHeader(
    String runId,
    String pipeline,
    RunMode mode,
    Interval interval,
    Instant startedAt,
    String site,
    String jiraEdition,
    String jiraVersion,
    int schemaVersion,
    String sluiceVersion,
    @Nullable Instant watermark,
    long stateRevision)
    implements Serializable {}
