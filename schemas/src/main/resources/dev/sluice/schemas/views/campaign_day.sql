-- question: How did a campaign stand on each day? The rows to put ad spend beside, by campaign and day.
-- grain: campaign and day (UTC), from its creation to its launch, or to the last day that was loaded
-- caveat: Status and hours are those at the end of the day; budget and planned launch are those of today.
-- caveat: Hours are those logged on the campaign and all issues below it, by the UTC day the work was started; what was logged before the campaign was created counts on its first day.
WITH loaded AS (
  SELECT max(interval_to) AS moment FROM $table(_run)),
span AS (
  SELECT
    delivery.campaign_id, delivery.campaign_key, delivery.campaign, delivery.budget,
    delivery.planned_launch, delivery.actual_launch,
    $day(issue.created) AS first_day,
    greatest(
      $day(issue.created), least(coalesce(delivery.actual_launch, $day(loaded.moment)), $day(loaded.moment)))
      AS last_day
  FROM $table(campaign_delivery) AS delivery
  JOIN $table(issue) AS issue ON issue.id = delivery.campaign_id
  CROSS JOIN loaded),
daily AS (
  SELECT span.*, CAST(spread.day AS DATE) AS day
  FROM span
  CROSS JOIN $each_day(span.first_day, span.last_day, spread)),
entry AS (
  SELECT
    span.campaign_id,
    greatest(coalesce($day(worklog.started), span.first_day), span.first_day) AS day,
    worklog.time_spent_seconds AS seconds
  FROM $table(worklog) AS worklog
  JOIN $table(issue_campaign) AS place ON place.issue_id = worklog.issue_id
  JOIN span ON span.campaign_id = place.campaign_id
  WHERE worklog._deleted IS NOT TRUE),
logged AS (
  SELECT campaign_id, day, sum(seconds) AS seconds
  FROM entry
  GROUP BY campaign_id, day)
SELECT
  daily.campaign_id, daily.campaign_key, daily.campaign, daily.day,
  passage.status, passage.status_category,
  coalesce(logged.seconds, 0) / 3600.0 AS hours,
  coalesce(
    sum(logged.seconds) OVER (PARTITION BY daily.campaign_id ORDER BY daily.day), 0) / 3600.0
    AS hours_to_date,
  daily.budget,
  daily.planned_launch,
  $days(daily.day, daily.planned_launch) AS days_to_launch,
  daily.actual_launch IS NOT NULL AND daily.actual_launch <= daily.day AS is_launched
FROM daily
LEFT JOIN logged ON logged.campaign_id = daily.campaign_id AND logged.day = daily.day
LEFT JOIN $table(issue_status_interval) AS passage
  ON passage.issue_id = daily.campaign_id
  AND passage.entered_at < $start_of_day($add_days(daily.day, 1))
  AND coalesce(passage.left_at, TIMESTAMP '9999-12-31 00:00:00') >= $start_of_day($add_days(daily.day, 1))
