-- question: The sprints under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: sprint
SELECT
  id,
  name,
  board_id,
  start_date,
  end_date,
  complete_date,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(sprint)
