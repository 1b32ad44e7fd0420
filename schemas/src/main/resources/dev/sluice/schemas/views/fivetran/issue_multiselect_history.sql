-- question: Every value a field with several values ever had, a row for each value a change left.
-- grain: issue, field, change and value
-- caveat: Jira tells components and versions one by one: such a change has the value that was added, and none for one that was taken away.
-- caveat: A change that left nothing is one row without a value.
WITH change AS (
  SELECT
    history.issue_id, history.field_id, history.history_id, history.item, history.time,
    history.author_id, history._read_at,
    CASE
      WHEN history.field_id = 'labels' THEN $split(coalesce(history.to_text, ''), ' ')
      ELSE $split(
        replace(replace(coalesce(nullif(history.to_id, ''), history.to_text, ''), '[', ''), ']', ''),
        ',')
    END AS members
  FROM $table(issue_field_history) AS history
  JOIN $table(field) AS field ON field.id = history.field_id AND field.is_array
  WHERE history._deleted IS NOT TRUE)
SELECT
  concat(change.issue_id, '-', change.history_id, '-', CAST(change.item AS $string), '-',
    trim(part.member))
    AS _fivetran_id,
  change.issue_id,
  change.field_id,
  change.time,
  nullif(trim(part.member), '') AS value,
  change.author_id,
  dense_rank() OVER (
    PARTITION BY change.issue_id, change.field_id ORDER BY change.time DESC) = 1 AS is_active,
  change._read_at AS _fivetran_synced
FROM change
CROSS JOIN $each(change.members, part)
