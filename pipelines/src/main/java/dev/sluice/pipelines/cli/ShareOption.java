package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.ShareText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share: {@code 5%}, {@code 0.05}. */
final class ShareOption implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    return ShareText.parse(text)
        .orElseThrow(
            () -> new TypeConversionException("expected a share such as 5%, not '" + text + "'"));
  }
}
