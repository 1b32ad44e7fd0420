package dev.sluice.gcp;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.bigquery.model.ErrorProto;
import com.google.cloud.bigquery.storage.v1.Exceptions;
import dev.sluice.pipelines.run.RunException;
import io.grpc.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went wrong in Google's interfaces, in the words of this program. */
final class BigQueryFailures {

  private static final Set<String> PASSING =
      Set.of(
          "backendError",
          "internalError",
          "rateLimitExceeded",
          "jobBackendError",
          "jobInternalError",
          "jobRateLimitExceeded",
          "tableUnavailable");

  /** A table that was made just now is not found at first. */
  private static final Set<Status.Code> PASSING_OF_STREAMS =
      Set.of(
          Status.Code.ABORTED,
          Status.Code.CANCELLED,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.INTERNAL,
          Status.Code.NOT_FOUND,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.UNAVAILABLE);

  /** How BigQuery ends the message of a conflict; its reason is that of any wrong statement. */
  private static final String OVERTAKEN = "due to concurrent update";

  private BigQueryFailures() {}

  /** BigQuery does not understand a statement or request of this program: a fault of its own. */
  static final class Refused extends IllegalStateException {
    Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Whether the same job may succeed when it is begun again. */
  static boolean passes(ErrorProto error) {
    return PASSING.contains(reason(error)) || message(error).contains(OVERTAKEN);
  }

  static RuntimeException of(String doing, ErrorProto error) {
    String told = "BigQuery cannot " + doing + ": " + message(error);
    IOException cause = new IOException(reason(error) + ": " + message(error));
    return switch (reason(error)) {
      case "accessDenied" -> denied(told, cause);
      case "quotaExceeded", "resourcesExceeded", "stopped", "timeout" -> unavailable(told, cause);
      case "notFound", "responseTooLarge" ->
          new RunException.OutputRefused(told, "see docs/bigquery.md");
      default -> passes(error) ? unavailable(told, cause) : new Refused(told, cause);
    };
  }

  static RuntimeException of(String doing, IOException e) {
    int status = status(e).orElse(0);
    String told = "cannot " + doing + ": " + message(e);
    return switch (status) {
      case 401, 403 -> denied(told, e);
      case 404 ->
          new RunException.OutputRefused(
              told, "check output.project, output.dataset, output.location and output.staging");
      case 400 -> new Refused(told, e);
      default -> unavailable(told, e);
    };
  }

  /** Whether the same request to a stream may succeed when it is sent again. */
  static boolean passes(@Nullable Throwable failure) {
    return failure instanceof Exceptions.SchemaMismatchedException
        // It says only that a request before this one has failed.
        || failure instanceof Exceptions.StreamWriterClosedException
        || PASSING_OF_STREAMS.contains(code(failure));
  }

  /** What a stream has answered; never what it says of rows, which may quote them. */
  static RuntimeException of(String doing, @Nullable Throwable failure) {
    String told = "cannot " + doing + ": " + code(failure);
    IOException cause =
        new IOException(String.valueOf(Status.fromThrowable(failure).getDescription()));
    return switch (code(failure)) {
      case PERMISSION_DENIED, UNAUTHENTICATED -> denied(told, cause);
      case NOT_FOUND ->
          new RunException.OutputRefused(
              told, "check output.project, output.dataset and output.location");
      default ->
          passes(failure) ? unavailable(told, cause) : new IllegalStateException(told, cause);
    };
  }

  private static Status.Code code(@Nullable Throwable failure) {
    return failure == null ? Status.Code.UNKNOWN : Status.fromThrowable(failure).getCode();
  }

  /** The status that a server answered with. */
  static Optional<Integer> status(IOException e) {
    return e instanceof GoogleJsonResponseException answered
        ? Optional.of(answered.getStatusCode())
        : Optional.empty();
  }

  private static RunException.OutputDenied denied(String told, IOException cause) {
    return new RunException.OutputDenied(
        told,
        "give the account the roles in docs/bigquery.md; 'sluice check' names what is missing",
        cause);
  }

  private static RunException.OutputUnavailable unavailable(String told, IOException cause) {
    return new RunException.OutputUnavailable(
        told, "start again; if it stays so, look at the status page of Google Cloud", cause);
  }

  private static String reason(ErrorProto error) {
    return error.getReason() == null ? "" : error.getReason();
  }

  private static String message(ErrorProto error) {
    return String.valueOf(error.getMessage());
  }

  private static String message(IOException e) {
    return e instanceof GoogleJsonResponseException answered && answered.getDetails() != null
        ? String.valueOf(answered.getDetails().getMessage())
        : String.valueOf(e.getMessage());
  }
}
