package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.jira.ChildKind;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jira.RequestStats;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the histories, comments and worklogs that a search cut off, and puts the whole lists into
 * their issues. An issue of which Jira embedded everything passes untouched.
 *
 * <p>Issues and failures together are exactly the issues that came in, one each, in no order but in
 * the bundle they came in. Histories cost one request for up to a thousand issues on Cloud;
 * comments and worklogs one an issue and 5,000 of them. An issue deleted meanwhile passes as it
 * came and is counted; one that cannot be completed is set aside, never handed on short. Where
 * several in a row cannot be, the shard has failed and the rest of its cut issues is set aside
 * unasked.
 */
public final class CompleteChildren
    extends PTransform<PCollection<RawIssue>, CompleteChildren.Result> {

  static final String STAGE = "CompleteChildren";

  /** The tables that are made of a list, by its kind. */
  private static final Map<ChildKind, List<String>> NEEDED =
      Map.of(
          ChildKind.COMMENTS, List.of("comment"),
          ChildKind.WORKLOGS, List.of("worklog"),
          ChildKind.HISTORIES,
              List.of(
                  "issue_field_history",
                  "issue_status_interval",
                  "issue_assignee_interval",
                  "issue_sprint_interval",
                  "issue_key_alias"));

  private static final TupleTag<RawIssue> ISSUES = new TupleTag<>() {};

  private final JiraConnection jira;
  private final Set<ChildKind> kinds;

  private CompleteChildren(JiraConnection jira, Set<ChildKind> kinds) {
    this.jira = jira;
    this.kinds = kinds;
  }

  /** Completes from the Jira of {@code jira}, inside the budget that all readers share. */
  public static CompleteChildren from(JiraConnection jira) {
    return new CompleteChildren(jira, EnumSet.allOf(ChildKind.class));
  }

  /** Completes only the lists that these tables are made of; the others stay as they came. */
  public CompleteChildren neededBy(RunTables tables) {
    Set<ChildKind> needed = EnumSet.noneOf(ChildKind.class);
    NEEDED.forEach(
        (kind, names) -> {
          if (!Collections.disjoint(names, tables.names())) {
            needed.add(kind);
          }
        });
    return new CompleteChildren(jira, needed);
  }

  @Override
  public Result expand(PCollection<RawIssue> issues) {
    PCollectionTuple outputs =
        issues.apply(
            "CompleteCutIssues",
            ParDo.of(new StepFn<>(step(), ISSUES))
                .withOutputTags(ISSUES, TupleTagList.of(SideTags.FAILURES).and(SideTags.DETAILS)));
    return new Result(
        outputs.get(ISSUES).setCoder(RawIssue.RawIssueCoder.INSTANCE),
        SideTags.failures(outputs),
        SideTags.details(outputs));
  }

  /**
   * What became of the issues.
   *
   * @param issues those whose lists are whole, and those that are gone
   * @param failures those that could not be completed
   * @param details what completing has cost, some for each shard with cut issues
   */
  public record Result(
      PCollection<RawIssue> issues,
      PCollection<DeadLetter> failures,
      PCollection<ShardDetail> details)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return issues.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ISSUES, issues, SideTags.FAILURES, failures, SideTags.DETAILS, details);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  Step<RawIssue, RawIssue> step() {
    return new CompleteStep(jira, kinds);
  }

  private record CompleteStep(JiraConnection jira, Set<ChildKind> kinds)
      implements Step<RawIssue, RawIssue> {

    @Override
    public Work<RawIssue, RawIssue> open() {
      return new Completing(JiraClient.open(jira), kinds, new CutIssues());
    }
  }

  private record Completing(JiraClient client, Set<ChildKind> kinds, CutIssues waiting)
      implements Step.Work<RawIssue, RawIssue> {

    private static final Counter COMPLETED =
        Metrics.counter(Progress.NAMESPACE, "children_completed");
    private static final Counter GONE = Metrics.counter(Progress.NAMESPACE, "children_gone");

    @Override
    public void process(RawIssue issue, Output<RawIssue> next, Sides sides) throws IOException {
      IssueOutline outline = outline(issue);
      if (outline == null || Stream.of(ChildKind.values()).noneMatch(outline::cut)) {
        next.accept(issue);
        return;
      }
      CutIssue cut = new CutIssue(issue, outline);
      if (!waiting.accepts(cut)) {
        finish(next, sides);
      }
      waiting.add(cut);
    }

    @Override
    public void finish(Output<RawIssue> next, Sides sides) throws IOException {
      List<CutIssue> issues = waiting.take();
      if (issues.isEmpty()) {
        return;
      }
      RequestStats before = client.stats();
      ChildrenCompletion completion = new ChildrenCompletion(client.children(), next, sides);
      completion.complete(issues);
      RequestStats spent = client.stats().since(before);
      Progress.requested(spent);
      COMPLETED.inc(completion.completed());
      GONE.inc(completion.gone());
      sides.detail(
          new ShardDetail(
              issues.get(0).issue().shardId(),
              completion.completed(),
              completion.gone(),
              0,
              0,
              spent.requests(),
              spent.retries(),
              spent.throttled().toMillis(),
              spent.bodyBytes(),
              completion.givenUp().map(ShardReport.Failure::of).orElse(null)));
    }

    @Override
    public void discard() {
      waiting.take();
    }

    @Override
    public void close() {
      client.close();
    }

    /** What is no JSON passes: whoever reads the whole issue says what is wrong with it. */
    private @Nullable IssueOutline outline(RawIssue issue) {
      try {
        return IssueOutline.of(issue.json()).only(kinds);
      } catch (IOException e) {
        return null;
      }
    }
  }
}
