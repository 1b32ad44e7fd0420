-- question: The options of select lists that issues have or had, by id.
-- grain: option
-- caveat: Options that no issue ever had are not known; the parent of a cascading option is not either.
WITH seen AS (
  SELECT value_id AS id, value AS name, _read_at
  FROM $table(issue_multivalue)
  WHERE value_id IS NOT NULL
  UNION ALL
  SELECT to_id, to_text, _read_at
  FROM $table(issue_field_history)
  WHERE to_id IS NOT NULL AND field_type = 'custom' AND $matches(to_id, '^[0-9]+$'))
SELECT
  id, CAST(NULL AS $string) AS parent_id, name,
  max(_read_at) OVER (PARTITION BY id) AS _fivetran_synced
FROM seen
WHERE TRUE
QUALIFY row_number() OVER (
  PARTITION BY id
  ORDER BY CASE WHEN name IS NULL THEN 1 ELSE 0 END, _read_at DESC, name) = 1
