package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.jql.Shard;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that came of one shard.
 *
 * @param jql what was asked
 * @param files whole files
 * @param reports one, or several where a part of the shard was read by itself
 * @param ids which issues it has, where others are to leave them out
 */
record FinishedShard(
    String jql,
    List<WrittenFile> files,
    List<ShardReport> reports,
    List<ShardDetail> details,
    List<DeadLetter> failures,
    List<PeopleBatch> people,
    List<ShardIds> ids) {

  FinishedShard {
    files = List.copyOf(files);
    reports = List.copyOf(reports);
    details = List.copyOf(details);
    failures = List.copyOf(failures);
    people = List.copyOf(people);
    ids = List.copyOf(ids);
  }

  /** Whether the shard was read to its end, so that nobody has to ask for it again. */
  boolean isWhole() {
    return reports.stream().allMatch(report -> report.failure() == null)
        && details.stream().allMatch(detail -> detail.failure() == null);
  }

  long rows() {
    return reports.stream().mapToLong(ShardReport::rows).sum();
  }

  /** Hands everything on, the reports last. */
  void emit(SideTags.Sender sender) {
    files.forEach(file -> sender.send(LoadShards.FILES, file));
    details.forEach(detail -> sender.send(SideTags.DETAILS, detail));
    failures.forEach(letter -> sender.send(SideTags.FAILURES, letter));
    people.forEach(some -> sender.send(SideTags.PEOPLE, some));
    ids.forEach(some -> sender.send(SideTags.IDS, some));
    reports.forEach(report -> sender.send(SideTags.REPORTS, report));
  }

  /** Gathers what a chain of steps hands on while it loads one shard. */
  static final class Gathering implements Sides {

    private final List<WrittenFile> files = new ArrayList<>();
    private final List<ShardReport> reports = new ArrayList<>();
    private final List<ShardDetail> details = new ArrayList<>();
    private final List<DeadLetter> failures = new ArrayList<>();
    private final List<PeopleBatch> people = new ArrayList<>();
    private final List<ShardIds> ids = new ArrayList<>();

    void file(WrittenFile file) {
      files.add(file);
    }

    @Override
    public void setAside(DeadLetter letter) {
      failures.add(letter);
    }

    @Override
    public void report(ShardReport report) {
      reports.add(report);
    }

    @Override
    public void detail(ShardDetail detail) {
      details.add(detail);
    }

    @Override
    public void people(PeopleBatch some) {
      people.add(some);
    }

    @Override
    public void ids(ShardIds some) {
      ids.add(some);
    }

    FinishedShard finished(Shard shard) {
      return new FinishedShard(shard.jql(), files, reports, details, failures, people, ids);
    }
  }
}
