package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.check.Finding;
import dev.sluice.pipelines.check.Verdict;
import dev.sluice.schemas.layout.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The findings of a check, a line each, with what to do. */
record CheckReport(List<Finding> findings) implements Report {

  private static final int VERDICT_WIDTH = 7;
  private static final int PROBE_WIDTH = 6;

  /** The keys are contract. */
  record Document(String verdict, List<Line> findings, int exitCode) {}

  /** One finding; the fix is null where there is nothing to do. */
  record Line(String probe, String verdict, String message, @Nullable String fix) {}

  /** What cannot be cured by waiting decides; else the first failure. */
  @Override
  public ExitCode exitCode() {
    List<ExitCode> codes =
        findings.stream()
            .flatMap(finding -> finding.cause().stream())
            .map(cause -> FailureReport.of(cause).exitCode())
            .toList();
    return codes.stream()
        .filter(code -> code != ExitCode.UNAVAILABLE)
        .findFirst()
        .orElse(codes.isEmpty() ? ExitCode.OK : ExitCode.UNAVAILABLE);
  }

  @Override
  public Object json() {
    return new Document(
        word(worst()), findings.stream().map(CheckReport::line).toList(), exitCode().code());
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(0);
    for (Finding finding : findings) {
      Line line = line(finding);
      lines.line(
          "  "
              + coloured(style, finding.verdict())
              + "  "
              + Lines.left(line.probe(), PROBE_WIDTH)
              + "  "
              + line.message());
      if (line.fix() != null) {
        lines.line(" ".repeat(VERDICT_WIDTH + PROBE_WIDTH + 6) + "fix: " + line.fix());
      }
    }
    return lines.toString();
  }

  private Verdict worst() {
    boolean failed = findings.stream().anyMatch(it -> it.verdict() == Verdict.FAIL);
    boolean warned = findings.stream().anyMatch(it -> it.verdict() == Verdict.WARN);
    return failed ? Verdict.FAIL : warned ? Verdict.WARN : Verdict.OK;
  }

  private static Line line(Finding finding) {
    Optional<FailureReport> failure = finding.cause().map(FailureReport::of);
    return new Line(
        finding.probe(),
        word(finding.verdict()),
        failure.map(it -> String.join("; ", it.messages())).orElse(finding.message()),
        failure.map(FailureReport::hint).or(finding::fix).orElse(null));
  }

  private static String coloured(Style style, Verdict verdict) {
    String text = Lines.left(word(verdict), VERDICT_WIDTH);
    return switch (verdict) {
      case OK -> style.good(text);
      case WARN -> style.doubtful(text);
      case FAIL -> style.bad(text);
      case SKIPPED -> style.dim(text);
    };
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
