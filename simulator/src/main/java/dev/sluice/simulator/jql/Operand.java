package dev.sluice.simulator.jql;

import java.util.List;

/** What a field is compared with. */
public sealed interface Operand {
  /** {@code EMPTY} or {@code NULL}. */
  record Empty() implements Operand {}

  /**
   * One value.
   *
   * @param quoted whether it stood in quotes: Jira reads digits without quotes as a number, with
   *     quotes as a text
   */
  record Value(String text, boolean quoted) implements Operand {}

  /** A call such as {@code startOfDay(-1)}. */
  record Call(String function, List<String> arguments) implements Operand {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A parenthesised list; lists in lists are already flat. */
  record Several(List<Operand> operands) implements Operand {
    public Several {
      operands = List.copyOf(operands);
    }
  }
}
