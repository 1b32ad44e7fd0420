package dev.sluice.pipelines.config;

import java.util.Optional;

/**
 * Where the warehouse is.
 *
 * @param path of its files: a local folder or a URI that a Beam file system serves, as written
 * @param bigQuery the dataset that gets the tables besides; empty when the files are all there is
 */
public record OutputConfig(String path, Optional<BigQueryConfig> bigQuery) {

  /** Files only. */
  public static OutputConfig files(String path) {
    return new OutputConfig(path, Optional.empty());
  }

  OutputConfig withPath(String other) {
    return new OutputConfig(other, bigQuery);
  }
}
