-- question: The issue types under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: issue_type
SELECT
  id,
  name,
  description,
  is_subtask AS subtask,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(issue_type)
