-- question: The links, one row an end under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: end of a link
SELECT
  issue_id,
  related_issue_id,
  relationship,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(issue_link)
