-- question: How long did an issue take from its creation and from the start of work until it was done, and was it opened again?
-- grain: issue
-- caveat: Work starts with the first status of category "in progress", and ends with the first of category "done".
-- caveat: An issue that went straight to done has no cycle time; one that is not done yet has neither.
-- caveat: Reopened counts how often it left "done"; first_done_at stays that of the first time.
WITH step AS (
  SELECT
    issue_id, status_category, entered_at,
    lag(status_category) OVER (PARTITION BY issue_id ORDER BY position) AS before
  FROM $table(issue_status_interval)
  WHERE _deleted IS NOT TRUE),
mark AS (
  SELECT
    issue_id,
    min(CASE WHEN status_category = 'indeterminate' THEN entered_at END) AS first_in_progress_at,
    min(CASE WHEN status_category = 'done' THEN entered_at END) AS first_done_at,
    max(CASE WHEN status_category = 'done' AND before IS DISTINCT FROM 'done' THEN entered_at END)
      AS last_done_at,
    sum(CASE WHEN before = 'done' AND status_category IS DISTINCT FROM 'done' THEN 1 ELSE 0 END)
      AS reopened
  FROM step
  GROUP BY issue_id)
SELECT
  issue.id AS issue_id, issue.key AS issue_key, issue.project_key, issue.issue_type,
  issue.created,
  mark.first_in_progress_at, mark.first_done_at, mark.last_done_at,
  $seconds(issue.created, mark.first_done_at) AS lead_seconds,
  CASE
    WHEN mark.first_in_progress_at < mark.first_done_at
      THEN $seconds(mark.first_in_progress_at, mark.first_done_at)
  END AS cycle_seconds,
  CAST(coalesce(mark.reopened, 0) AS $long) AS reopened,
  issue.status_category = 'done' AS is_done
FROM $table(issue) AS issue
LEFT JOIN mark ON mark.issue_id = issue.id
WHERE issue._deleted IS NOT TRUE
