-- question: The issue's comments under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: comment
SELECT
  id,
  issue_id,
  author_id,
  body,
  created,
  updated,
  update_author_id,
  is_public,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(comment)
