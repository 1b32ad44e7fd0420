package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.jql.Operator;
import java.util.List;

/** How the values of one kind of field are compared with operands. */
interface Comparison {
  /** Issues whose field has at least one of these values; none of the operands is EMPTY. */
  Filter anyOf(SearchField field, List<Operand> operands);

  /** Issues whose field stands in this order to the operand. */
  default Filter ordered(SearchField field, Operator operator, Operand operand) {
    throw new JqlException(
        "The operator '"
            + operator.symbol()
            + "' is not supported by the '"
            + field.name()
            + "' field.");
  }
}
