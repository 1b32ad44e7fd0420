-- question: The versions under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: version
SELECT
  id,
  project_id,
  name,
  description,
  is_archived AS archived,
  is_released AS released,
  is_overdue AS overdue,
  start_date,
  release_date,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(version)
