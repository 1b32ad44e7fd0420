package dev.sluice.simulator.jql;

import java.util.List;

/** Jira refuses a query: the messages are what it puts into {@code errorMessages}. */
public final class JqlException extends RuntimeException {
  private final List<String> messages;

  public JqlException(String message) {
    this(List.of(message));
  }

  public JqlException(List<String> messages) {
    super(String.join(" ", messages));
    this.messages = List.copyOf(messages);
  }

  public List<String> messages() {
    return messages;
  }
}
