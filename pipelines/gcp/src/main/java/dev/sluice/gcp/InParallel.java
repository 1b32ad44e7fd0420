package dev.sluice.gcp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks Google several things at once: each answer takes long, and hardly any work. */
final class InParallel {

  /** Far below the requests a second that BigQuery lets one account make. */
  private static final int AT_ONCE = 8;

  private InParallel() {}

  /**
   * The answers in the order of the questions.
   *
   * @throws RuntimeException what the first question that failed threw, when all have ended
   */
  static <T, R> List<R> map(List<T> questions, Function<T, R> ask) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<R>> asked = new ArrayList<>();
      questions.forEach(question -> asked.add(threads.submit(() -> ask.apply(question))));
      threads.shutdown();
      List<R> answers = new ArrayList<>();
      for (Future<R> one : asked) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for BigQuery", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
