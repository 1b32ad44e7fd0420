-- question: The statuses under the names of the raw layer that fivetran/dbt_jira reads.
-- grain: status
-- caveat: The id of a category is Jira's own: 1 undefined, 2 new, 3 done, 4 indeterminate.
SELECT
  id,
  name,
  description,
  CASE status_category
    WHEN 'undefined' THEN 1 WHEN 'new' THEN 2 WHEN 'done' THEN 3 WHEN 'indeterminate' THEN 4
  END AS status_category_id,
  _read_at AS _fivetran_synced,
  _deleted AS _fivetran_deleted
FROM $table(status)
