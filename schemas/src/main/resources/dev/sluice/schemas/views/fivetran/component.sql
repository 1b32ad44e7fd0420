-- question: The components under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: component
SELECT
  id,
  project_id,
  name,
  description,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(component)
