-- question: The people under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: user
SELECT
  id,
  display_name AS name,
  email,
  display_name AS username,
  time_zone,
  locale,
  is_active,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(user)
