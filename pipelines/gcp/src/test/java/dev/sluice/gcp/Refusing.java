package dev.sluice.gcp;

import java.io.IOException;
import java.net.URI;

/** Stands before BigQuery and refuses everything from a certain request on. */
final class Refusing implements Loopback.Answering {

  /** The moments at which a run may be cut off, in their order. */
  enum Moment {
    TABLES_ARE_MADE,
    FILES_ARE_LOADED,
    KEYS_ARE_COUNTED,
    TRANSACTION,
    /** The transaction is through, but nobody is told. */
    AFTER_THE_TRANSACTION,
    STAGING_IS_DROPPED;

    boolean isReachedBy(Loopback.Call call) {
      return switch (this) {
        case TABLES_ARE_MADE -> call.path().endsWith("/tables") && call.body().contains("_sluice_");
        case FILES_ARE_LOADED -> call.body().contains("\"load\"");
        case KEYS_ARE_COUNTED -> call.body().contains("AS doubled");
        case TRANSACTION, AFTER_THE_TRANSACTION -> call.body().contains("BEGIN TRANSACTION");
        case STAGING_IS_DROPPED -> call.method().equals("DELETE");
      };
    }
  }

  private final URI behind;
  private final Moment moment;
  private boolean refusing;

  Refusing(Moment moment, URI behind) {
    this.behind = behind;
    this.moment = moment;
  }

  @Override
  public synchronized Loopback.Answer to(Loopback.Call call) throws IOException {
    boolean reached = moment.isReachedBy(call);
    if (!refusing && reached && moment == Moment.AFTER_THE_TRANSACTION) {
      refusing = true;
      var unused = Loopback.forward(behind, call);
    }
    refusing |= reached;
    return refusing
        ? Loopback.Answer.error(403, "accessDenied", "cut off")
        : Loopback.forward(behind, call);
  }
}
