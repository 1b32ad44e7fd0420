package dev.sluice.transforms.jira;

import java.util.Optional;

/**
 * The account a client is logged in as.
 *
 * @param id the account id (Cloud) or the user key or name (Data Center)
 * @param displayName its name as Jira shows it
 * @param timeZone the id of its zone, in which Jira reads times written into JQL
 */
public record Account(String id, String displayName, Optional<String> timeZone) {

  /** Names the id only: the rest is a person. */
  @Override
  public String toString() {
    return "account " + id;
  }
}
