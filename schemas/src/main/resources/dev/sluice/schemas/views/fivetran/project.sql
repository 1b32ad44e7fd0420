-- question: The projects under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: project
SELECT
  id,
  key,
  name,
  description,
  lead_id,
  CAST(NULL AS $string) AS project_category_id,
  CAST(NULL AS $string) AS permission_scheme_id,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(project)
