-- question: How does every running campaign stand, beside what may be spent on it? Join ad spend by key and day.
WITH latest AS (
  SELECT *
  FROM campaign_day
  QUALIFY row_number() OVER (PARTITION BY campaign_id ORDER BY day DESC) = 1)
SELECT
  latest.campaign_key AS key, latest.campaign, latest.day, latest.status,
  latest.days_to_launch AS days_left, latest.budget, round(latest.hours_to_date, 1) AS hours,
  CAST(round(100.0 * delivery.done_issues / nullif(delivery.issues, 0)) AS BIGINT) AS done_percent,
  delivery.open_blockers AS blockers
FROM latest
JOIN campaign_delivery AS delivery USING (campaign_id)
WHERE NOT latest.is_launched AND latest.status_category IS DISTINCT FROM 'done'
  AND (:project = '' OR delivery.project_key = :project)
ORDER BY latest.days_to_launch, latest.campaign_key
