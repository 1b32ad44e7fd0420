-- question: Every value a field with one value ever had, from the moment the issue was created.
-- grain: issue, field and change
-- caveat: A value is an id where the field holds something with an id, else its text.
SELECT
  change.issue_id,
  change.field_id,
  change.time,
  coalesce(nullif(change.to_id, ''), nullif(change.to_text, '')) AS value,
  change.author_id,
  row_number() OVER (
    PARTITION BY change.issue_id, change.field_id
    ORDER BY change.time DESC, change.history_id DESC, change.item DESC) = 1 AS is_active,
  change._read_at AS _fivetran_synced
FROM $table(issue_field_history) AS change
LEFT JOIN $table(field) AS field ON field.id = change.field_id
WHERE change._deleted IS NOT TRUE AND field.is_array IS NOT TRUE
