package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.DurationText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time: {@code 90m}, {@code 6h}, {@code 2d}. */
final class LookbackText implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return DurationText.parse(text)
        .filter(duration -> !duration.isZero())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected a length of time such as 90m, 6h or 2d, not '" + text + "'"));
  }
}
