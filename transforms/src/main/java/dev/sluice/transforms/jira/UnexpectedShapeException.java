package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Marks a body that is JSON but not what the endpoint promises. */
final class UnexpectedShapeException extends JsonProcessingException {
  UnexpectedShapeException(String what) {
    super(what);
  }
}
