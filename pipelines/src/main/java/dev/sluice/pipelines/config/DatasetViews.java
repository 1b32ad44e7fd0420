package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The views that stand beside the tables of a dataset.
 *
 * @param roles what they are told of the columns
 * @param rawNames the dataset, of the same project, for the views under the names of another
 *     loader; none are made when null
 */
public record DatasetViews(MartChoices roles, @Nullable String rawNames) implements Serializable {}
