package dev.sluice.transforms.jql;

import dev.sluice.transforms.jql.Division.Piece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToIntFunction;

/**
 * Cuts a range into shards. Whatever the counts say, and however wrong they are, the shards cover
 * the range and never overlap; the counts only decide how many issues each holds. The same request
 * and the same counts give the same plan.
 */
public final class ShardPlanner {

  /**
   * A count and half a page for each shard then cost little more than one request in 1,000 issues.
   */
  private static final int SMALLEST_TARGET = 1_250;

  private static final int LARGEST_TARGET = 2_500;

  /**
   * How many issues a shard should hold: enough shards for every reader to have two, but none so
   * small that its last, partly filled page and its checks weigh much.
   *
   * @param total issues of the whole plan
   * @param concurrency how many shards are read at the same time
   */
  public static int targetSize(long total, int concurrency) {
    long even = total / (2L * concurrency);
    return (int) Math.min(Math.max(even, SMALLEST_TARGET), LARGEST_TARGET);
  }

  /**
   * Plans the shards in the order in which they are to be read. For {@link RangeField#UPDATED} that
   * is the newest first: what is edited all the time is in an open range and is got at once, and
   * what an index in arrears still shows in an older range as well can be recognised there. An
   * issue that is edited later leaves its older range unread and belongs to the next run. For
   * {@link RangeField#CREATED}, where nothing moves, it is the newest last: an open range then also
   * gives what was created during the run.
   *
   * <p>Costs one count for a range that fits into one shard, and one to two for each further shard.
   * A range without issues is one shard, since a count may be behind; an empty range is none and
   * costs nothing. A shard exceeds {@code maxSize} only if a single minute does and the counter
   * knows neither projects nor keys to cut it by.
   */
  public List<Shard> plan(PlanRequest request, IssueCounter counter) {
    return plan(request, count -> targetSize(count, request.concurrency()), counter);
  }

  /**
   * Plans likewise, with as few shards as {@link PlanRequest#maxSize} allows: for walks that hold
   * little of an issue.
   */
  public List<Shard> planLarge(PlanRequest request, IssueCounter counter) {
    return plan(request, count -> request.maxSize() * 4 / 5, counter);
  }

  private static List<Shard> plan(
      PlanRequest request, LongToIntFunction target, IssueCounter counter) {
    if (request.range().isEmpty()) {
      return List.of();
    }
    Region whole = Region.whole(request);
    long count = counter.count(whole.conditions());
    Sizes sizes = Sizes.of(target.applyAsInt(count), request);
    Estimate total = Estimate.counted(count, request.countTolerance());
    List<Piece> pieces = new Division(request, counter, sizes).divide(whole, total);
    return shards(request.field(), merge(pieces, sizes, request.maxSize()));
  }

  private static List<Piece> merge(List<Piece> pieces, Sizes sizes, int maxSize) {
    List<Piece> merged = new ArrayList<>();
    for (Piece next : pieces) {
      int last = merged.size() - 1;
      Optional<Piece> both =
          merged.isEmpty() ? Optional.empty() : join(merged.get(last), next, sizes, maxSize);
      if (both.isPresent()) {
        merged.set(last, both.get());
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  private static Optional<Piece> join(Piece piece, Piece next, Sizes sizes, int maxSize) {
    Estimate size = piece.size().plus(next.size());
    boolean hasCrumb = Math.min(piece.size().value(), next.size().value()) <= sizes.crumb();
    boolean isSmall = size.value() <= sizes.comfortable() || hasCrumb;
    if (!isSmall || size.atMost() > maxSize) {
      return Optional.empty();
    }
    return piece.region().join(next.region()).map(region -> new Piece(region, size));
  }

  private static List<Shard> shards(RangeField field, List<Piece> oldestFirst) {
    List<Piece> pieces = new ArrayList<>(oldestFirst);
    if (field == RangeField.UPDATED) {
      Collections.reverse(pieces);
    }
    List<Shard> shards = new ArrayList<>();
    for (Piece piece : pieces) {
      Region region = piece.region();
      long expected = piece.size().value();
      shards.add(Shard.of(shards.size(), field, region.range(), region.jql(), expected));
    }
    return List.copyOf(shards);
  }
}
