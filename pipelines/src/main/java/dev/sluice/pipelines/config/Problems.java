package dev.sluice.pipelines.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that it is told in one go. */
final class Problems {

  private final List<Problem> mistakes = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  void add(int line, String message) {
    mistakes.add(new Problem(line, message));
  }

  void warn(int line, String message) {
    warnings.add(new Problem(line, message));
  }

  List<Problem> mistakes() {
    return inFileOrder(mistakes);
  }

  List<Problem> warnings() {
    return inFileOrder(warnings);
  }

  private static List<Problem> inFileOrder(List<Problem> problems) {
    return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }
}
