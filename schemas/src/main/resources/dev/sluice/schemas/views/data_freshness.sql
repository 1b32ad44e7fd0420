-- question: How fresh is each table, and is anything missing in it?
-- grain: table
-- caveat: Lag is the time since the watermark, up to which everything has been read; it grows while nothing runs.
-- caveat: Partial says that the last run was short of what Jira counted, or set rows aside over the limit.
WITH ranked AS (
  SELECT status, row_number() OVER (ORDER BY finished_at DESC, run_id DESC) AS place
  FROM $table(_run)),
last AS (
  SELECT max(CASE WHEN place = 1 THEN status END) AS status FROM ranked),
known AS (
  SELECT max(watermark) AS watermark FROM $table(_run)),
fresh AS (
  SELECT 'issue' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue)
  UNION ALL
  SELECT 'issue_field_history' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_field_history)
  UNION ALL
  SELECT 'comment' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(comment)
  UNION ALL
  SELECT 'worklog' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(worklog)
  UNION ALL
  SELECT 'attachment' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(attachment)
  UNION ALL
  SELECT 'issue_link' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_link)
  UNION ALL
  SELECT 'issue_multivalue' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_multivalue)
  UNION ALL
  SELECT 'issue_status_interval' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_status_interval)
  UNION ALL
  SELECT 'issue_assignee_interval' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_assignee_interval)
  UNION ALL
  SELECT 'issue_sprint_interval' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_sprint_interval)
  UNION ALL
  SELECT 'issue_key_alias' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_key_alias)
  UNION ALL
  SELECT 'project' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(project)
  UNION ALL
  SELECT 'component' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(component)
  UNION ALL
  SELECT 'version' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(version)
  UNION ALL
  SELECT 'user' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(user)
  UNION ALL
  SELECT 'field' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(field)
  UNION ALL
  SELECT 'status' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(status)
  UNION ALL
  SELECT 'issue_type' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(issue_type)
  UNION ALL
  SELECT 'priority' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(priority)
  UNION ALL
  SELECT 'resolution' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(resolution)
  UNION ALL
  SELECT 'board' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(board)
  UNION ALL
  SELECT 'sprint' AS table_name, count(*) AS row_count, max(_run_id) AS last_run_id, max(_read_at) AS last_read_at
  FROM $table(sprint))
SELECT
  fresh.table_name, fresh.row_count, fresh.last_run_id, fresh.last_read_at,
  known.watermark,
  $seconds(known.watermark, $now) AS lag_seconds,
  last.status AS last_run_status,
  last.status <> 'ok' AS is_partial
FROM fresh
CROSS JOIN known
CROSS JOIN last
