-- question: How long did each issue stay in each status, how often, and which share of its time was that?
-- grain: issue and status
-- caveat: The status an issue is in now counts up to the end of the last interval that was loaded.
-- caveat: A status that was left before it was entered, as imported histories have it, counts no time.
-- caveat: The share is that of the time outside of done statuses; it is null for those.
-- caveat: Seconds by the clock: nights and weekends count.
WITH loaded AS (
  SELECT max(interval_to) AS moment FROM $table(_run)),
stay AS (
  SELECT
    passage.issue_id, passage.status_id, passage.status, passage.status_category, passage.entered_at,
    CASE
      WHEN passage.left_at IS NULL THEN greatest($seconds(passage.entered_at, loaded.moment), 0)
      ELSE coalesce(passage.seconds, 0)
    END AS seconds
  FROM $table(issue_status_interval) AS passage
  CROSS JOIN loaded
  WHERE passage._deleted IS NOT TRUE),
total AS (
  SELECT
    issue_id, status_id,
    max_by(status, CASE WHEN status IS NOT NULL THEN entered_at END) AS status,
    max_by(status_category, CASE WHEN status_category IS NOT NULL THEN entered_at END)
      AS status_category,
    count(*) AS visits,
    sum(seconds) AS seconds,
    min(entered_at) AS first_entered_at
  FROM stay
  GROUP BY issue_id, status_id),
shared AS (
  SELECT
    total.*,
    sum(CASE WHEN status_category = 'done' THEN 0 ELSE seconds END)
      OVER (PARTITION BY issue_id) AS open_seconds
  FROM total)
SELECT
  shared.issue_id, issue.key AS issue_key, issue.project_key, issue.issue_type,
  shared.status_id, shared.status, shared.status_category,
  shared.visits,
  CAST(shared.seconds AS $long) AS seconds,
  CASE
    WHEN shared.status_category = 'done' OR shared.open_seconds = 0 THEN NULL
    ELSE shared.seconds / CAST(shared.open_seconds AS $double)
  END AS share_of_lead_time,
  shared.first_entered_at,
  issue.status_id = shared.status_id AS is_current
FROM shared
JOIN $table(issue) AS issue ON issue.id = shared.issue_id
