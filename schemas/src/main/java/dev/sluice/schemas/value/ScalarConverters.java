package dev.sluice.schemas.value;

import static dev.sluice.schemas.value.Converter.MISFIT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.type.Scalar;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The converters of types without parts. */
final class ScalarConverters {

  private ScalarConverters() {}

  static Converter of(Scalar type) {
    return switch (type) {
      case STRING -> ScalarConverters::text;
      case LONG -> ScalarConverters::wholeNumber;
      case DOUBLE -> ScalarConverters::number;
      case BOOLEAN -> ScalarConverters::truth;
      case TIMESTAMP -> ScalarConverters::stamp;
      case DATE -> ScalarConverters::date;
      case JSON -> ScalarConverters::json;
    };
  }

  /** Ids come as text on one endpoint and as numbers on another; rich text of v3 is an object. */
  private static @Nullable Object text(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (isAbsent(value)) {
      return null;
    }
    if (value.isNumber() || value.isBoolean()) {
      return value.asText();
    }
    return AdfMarkdown.isDocument(value) ? AdfMarkdown.render(value) : emptyOrMisfit(value);
  }

  /** A number written with a fraction of zero is whole: Jira's lists of fields show both forms. */
  private static @Nullable Object wholeNumber(JsonNode value) {
    if (value.isNumber()) {
      return value.canConvertToLong() && value.canConvertToExactIntegral()
          ? (Object) value.longValue()
          : MISFIT;
    }
    return emptyOrMisfit(value);
  }

  /** Numbers beyond a double's range fit none; text in a number field is not guessed at. */
  private static @Nullable Object number(JsonNode value) {
    if (value.isNumber()) {
      double number = value.doubleValue();
      return Double.isFinite(number) ? (Object) number : MISFIT;
    }
    return emptyOrMisfit(value);
  }

  private static @Nullable Object truth(JsonNode value) {
    return value.isBoolean() ? (Object) value.booleanValue() : emptyOrMisfit(value);
  }

  /** Keeps what Jira sent: text, or the digits of epoch milliseconds. */
  private static @Nullable Object stamp(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue().isEmpty() ? null : value.textValue();
    }
    return value.isIntegralNumber() ? value.asText() : emptyOrMisfit(value);
  }

  private static @Nullable Object date(JsonNode value) {
    if (value.isTextual() && !value.textValue().isEmpty()) {
      OptionalInt day = Dates.parse(value.textValue());
      return day.isPresent() ? (Object) day.getAsInt() : MISFIT;
    }
    return emptyOrMisfit(value);
  }

  private static @Nullable Object json(JsonNode value) {
    return isAbsent(value) ? null : value.toString();
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  static @Nullable Object emptyOrMisfit(JsonNode value) {
    return Absence.of(value) ? null : MISFIT;
  }
}
