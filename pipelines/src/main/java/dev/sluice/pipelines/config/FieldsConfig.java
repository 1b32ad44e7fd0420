package dev.sluice.pipelines.config;

import dev.sluice.schemas.field.DriftPolicy;
import dev.sluice.schemas.field.FieldSelection;
import dev.sluice.schemas.field.NamingRules;

/**
 * How custom fields become columns, and what changes of them are worth.
 *
 * @param selection which of them are loaded
 */
public record FieldsConfig(NamingRules naming, FieldSelection selection, DriftPolicy policy) {

  /** Everything there is, by the rule. */
  public static final FieldsConfig DEFAULT =
      new FieldsConfig(NamingRules.DEFAULT, FieldSelection.ALL, DriftPolicy.DEFAULT);
}
