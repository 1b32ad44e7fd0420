-- question: The fields under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: field
SELECT
  id,
  name,
  is_array,
  is_custom,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(field)
