package dev.sluice.transforms.jira;

import java.util.Optional;

/**
 * One request that may be sent any number of times: a GET, or a POST that only reads.
 *
 * @param path below the site's address, without the query
 * @param json the body of a POST; a GET has none
 * @param endpoint what Jira counts its bursts by: method and path without ids
 * @param probe whether this asks if Jira is there at all: then a web page means a wrong address,
 *     otherwise it means maintenance and is worth repeating
 * @param mostRepetitions how often it is repeated at most after an answer that seems to have been
 *     too much: few where the caller then asks for less
 */
record Call<T>(
    String path,
    QueryParameters query,
    Optional<String> json,
    String endpoint,
    BodyReader<T> reader,
    boolean probe,
    int mostRepetitions,
    Optional<String> authorization) {

  static <T> Call<T> get(String path, QueryParameters query, BodyReader<T> reader) {
    return new Call<>(
        path,
        query,
        Optional.empty(),
        "GET " + path,
        reader,
        false,
        Integer.MAX_VALUE,
        Optional.empty());
  }

  static <T> Call<T> post(String path, String json, BodyReader<T> reader) {
    return new Call<>(
        path,
        QueryParameters.none(),
        Optional.of(json),
        "POST " + path,
        reader,
        false,
        Integer.MAX_VALUE,
        Optional.empty());
  }

  Call<T> asProbe() {
    return new Call<>(path, query, json, endpoint, reader, true, mostRepetitions, authorization);
  }

  Call<T> countedAs(String name) {
    return new Call<>(path, query, json, name, reader, probe, mostRepetitions, authorization);
  }

  /** The same, not insisted on: when it seems to be too much, the caller asks for less. */
  Call<T> divisible(int repetitions) {
    return new Call<>(path, query, json, endpoint, reader, probe, repetitions, authorization);
  }

  Call<T> signed(String header) {
    return new Call<>(
        path, query, json, endpoint, reader, probe, mostRepetitions, Optional.of(header));
  }

  /** Names the endpoint only: a call carries the login. */
  @Override
  public String toString() {
    return endpoint;
  }
}
