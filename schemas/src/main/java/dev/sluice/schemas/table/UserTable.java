package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code user}: the directory, and everybody else who occurs in an issue. */
final class UserTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of(
              "user", "People of the directory, and everybody who occurs in an issue.", "id")
          .column(
              "id",
              STRING,
              "Account: accountId on Cloud, user key on Data Center.",
              at().personId())
          .column("display_name", STRING, "Name as Jira shows it.", at("displayName"))
          .column("email", STRING, "Address, where its owner lets it be seen.", at("emailAddress"))
          .column("is_active", BOOLEAN, "Whether the account may log in.", at("active"))
          .column(
              "account_type", STRING, "atlassian, app or customer; Cloud only.", at("accountType"))
          .column("time_zone", STRING, "Time zone of the profile.", at("timeZone"))
          .column("locale", STRING, "Language of the profile.", at("locale"))
          .withLineage();

  private UserTable() {}
}
