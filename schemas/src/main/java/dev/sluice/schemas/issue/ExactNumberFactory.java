package dev.sluice.schemas.issue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Parsers that never look at a fraction as a double: Jackson's tree reader does so first, and turns
 * {@code 1e400} into the text {@code Infinity} for good.
 */
final class ExactNumberFactory extends JsonFactory {

  ExactNumberFactory(StreamReadConstraints constraints) {
    setStreamReadConstraints(constraints);
  }

  @Override
  protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
    return new ExactNumbers(super._createParser(in, context));
  }

  @Override
  protected JsonParser _createParser(Reader reader, IOContext context) throws IOException {
    return new ExactNumbers(super._createParser(reader, context));
  }

  @Override
  protected JsonParser _createParser(
      char[] data, int offset, int length, IOContext context, boolean recyclable)
      throws IOException {
    return new ExactNumbers(super._createParser(data, offset, length, context, recyclable));
  }

  @Override
  protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context)
      throws IOException {
    return new ExactNumbers(super._createParser(data, offset, length, context));
  }

  private static final class ExactNumbers extends JsonParserDelegate {

    ExactNumbers(JsonParser parser) {
      super(parser);
    }

    @Override
    public NumberType getNumberType() throws IOException {
      return currentToken() == JsonToken.VALUE_NUMBER_FLOAT
          ? NumberType.BIG_DECIMAL
          : super.getNumberType();
    }
  }
}
