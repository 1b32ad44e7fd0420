-- question: Teams under the names of the raw layer; always empty, Jira's teams are no table here.
-- grain: team
SELECT id, name AS title, is_active AS is_shared, is_active AS is_visible, _fivetran_synced
FROM (
  SELECT
    CAST(NULL AS $string) AS id, CAST(NULL AS $string) AS name, CAST(NULL AS $boolean) AS is_active,
    CAST(NULL AS $timestamp) AS _fivetran_synced) AS team
WHERE id IS NOT NULL
