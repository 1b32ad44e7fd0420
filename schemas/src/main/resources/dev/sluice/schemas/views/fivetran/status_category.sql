-- question: The four categories of statuses, which are the same on every site.
-- grain: category
SELECT id, name, $now AS _fivetran_synced
FROM (
  SELECT 1 AS id, 'No Category' AS name
  UNION ALL
  SELECT 2, 'To Do'
  UNION ALL
  SELECT 3, 'Done'
  UNION ALL
  SELECT 4, 'In Progress') AS category
