package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.jql.Operator;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Stamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Dates and date-times, as windows of epoch milliseconds. */
record TimeComparison(DateLiterals literals) implements Comparison {
  @Override
  public Filter anyOf(SearchField field, List<Operand> operands) {
    return operands.stream()
        .map(operand -> within(field, literals.read(field.name(), operand)))
        .reduce(Filter::or)
        .orElse(Filter.testing(issue -> false));
  }

  @Override
  public Filter ordered(SearchField field, Operator operator, Operand operand) {
    long start = literals.read(field.name(), operand).from();
    if (field.kind() == FieldKind.DATE) {
      // A date has no time of day: it is compared with the day the literal falls on.
      start = startOfDay(start);
    }
    return within(
        field,
        switch (operator) {
          case LESS -> new TimeWindow(Long.MIN_VALUE, start);
          case LESS_OR_EQUAL -> new TimeWindow(Long.MIN_VALUE, start + 1);
          case GREATER -> new TimeWindow(start + 1, Long.MAX_VALUE);
          case GREATER_OR_EQUAL -> new TimeWindow(start, Long.MAX_VALUE);
          default -> throw new IllegalArgumentException("no order: " + operator);
        });
  }

  private Filter within(SearchField field, TimeWindow window) {
    return switch (field.name()) {
      case "created" -> Filter.created(window);
      case "updated" -> Filter.updated(window);
      default -> Filter.testing(issue -> millis(field, issue).filter(window::contains).isPresent());
    };
  }

  private Optional<Long> millis(SearchField field, SimIssue issue) {
    JsonNode value = field.value().apply(issue);
    if (!value.isTextual()) {
      return Optional.empty();
    }
    if (field.kind() == FieldKind.DATE_TIME) {
      return Stamps.parse(value.textValue()).map(Instant::toEpochMilli);
    }
    try {
      return Optional.of(
          LocalDate.parse(value.textValue())
              .atStartOfDay(literals.accountZone())
              .toInstant()
              .toEpochMilli());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private long startOfDay(long millis) {
    return Instant.ofEpochMilli(millis)
        .atZone(literals.accountZone())
        .toLocalDate()
        .atStartOfDay(literals.accountZone())
        .toInstant()
        .toEpochMilli();
  }
}
