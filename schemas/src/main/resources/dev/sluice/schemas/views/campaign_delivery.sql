-- question: Which campaigns launched late, by how much, and what cost the time?
-- grain: campaign
-- caveat: Slip counts days from the first planned launch day to the actual one, or, not launched yet, to the one planned today; less than 0 is early.
-- caveat: The actual launch is the day that the field for it tells, where the site has one, else the day the campaign was first done.
-- caveat: The costliest status is that of category "in progress" in which the campaign and its issues together spent most time before the launch.
-- caveat: Budget is null when no column plays its role; see marts.budget.
-- caveat: A blocker is open when the issue that blocks is in the warehouse and not done.
WITH place AS $materialized (
  SELECT issue_id, campaign_id FROM $table(issue_campaign) WHERE campaign_id IS NOT NULL),
loaded AS (
  SELECT max(interval_to) AS moment FROM $table(_run)),
campaign AS (
  SELECT issue.*
  FROM $table(issue) AS issue
  JOIN place ON place.issue_id = issue.id AND place.campaign_id = issue.id
  WHERE issue._deleted IS NOT TRUE),
planning AS (
  SELECT
    change.issue_id,
    min_by(
      $date(coalesce(change.to_id, change.to_text)),
      CASE WHEN $date(coalesce(change.to_id, change.to_text)) IS NOT NULL THEN change.time END)
      AS first_planned,
    sum(
      CASE
        WHEN change.is_initial IS NOT TRUE AND nullif(change.from_text, '') IS NOT NULL
          AND nullif(change.to_text, '') IS NOT NULL THEN 1
        ELSE 0
      END) AS moves
  FROM $table(issue_field_history) AS change
  JOIN $table(field) AS field ON field.id = change.field_id AND field.column_name = $launch_date_name
  WHERE change._deleted IS NOT TRUE
  GROUP BY change.issue_id),
finished AS (
  SELECT issue_id, min(entered_at) AS moment
  FROM $table(issue_status_interval)
  WHERE status_category = 'done' AND _deleted IS NOT TRUE
  GROUP BY issue_id),
spent AS (
  SELECT issue_id, sum(time_spent_seconds) AS seconds
  FROM $table(worklog)
  WHERE _deleted IS NOT TRUE
  GROUP BY issue_id),
work AS (
  SELECT
    place.campaign_id,
    count(*) AS issues,
    sum(CASE WHEN issue.status_category = 'done' THEN 1 ELSE 0 END) AS done_issues,
    sum(issue.original_estimate_seconds) AS planned_seconds,
    sum(spent.seconds) AS actual_seconds
  FROM place
  JOIN $table(issue) AS issue ON issue.id = place.issue_id
  LEFT JOIN spent ON spent.issue_id = place.issue_id
  GROUP BY place.campaign_id),
told AS $materialized (
  SELECT
    campaign.id, campaign.key, campaign.summary, campaign.project_key, campaign.issue_type,
    campaign.assignee, campaign.status, campaign.status_category,
    coalesce(planning.first_planned, $launch_date(campaign)) AS first_planned_launch,
    $launch_date(campaign) AS planned_launch,
    coalesce(planning.moves, 0) AS launch_moves,
    coalesce($actual_launch(campaign), $day(finished.moment)) AS actual_launch,
    $budget(campaign) AS budget
  FROM campaign
  LEFT JOIN planning ON planning.issue_id = campaign.id
  LEFT JOIN finished ON finished.issue_id = campaign.id),
waiting AS (
  SELECT
    place.campaign_id, passage.status,
    sum(
      greatest(
        $seconds(
          passage.entered_at,
          least(
            coalesce(passage.left_at, loaded.moment),
            coalesce($start_of_day($add_days(told.actual_launch, 1)), loaded.moment))),
        0)) AS seconds
  FROM $table(issue_status_interval) AS passage
  JOIN place ON place.issue_id = passage.issue_id
  JOIN told ON told.id = place.campaign_id
  CROSS JOIN loaded
  WHERE passage.status_category = 'indeterminate' AND passage._deleted IS NOT TRUE
  GROUP BY place.campaign_id, passage.status),
costliest AS (
  SELECT campaign_id, status, seconds
  FROM waiting
  WHERE seconds > 0
  QUALIFY row_number() OVER (PARTITION BY campaign_id ORDER BY seconds DESC, status) = 1),
slipped AS (
  SELECT place.campaign_id, count(DISTINCT stay.sprint_id) AS sprints
  FROM $table(issue_sprint_interval) AS stay
  JOIN $table(sprint) AS sprint
    ON sprint.id = stay.sprint_id
    AND stay.added_at <= sprint.complete_date
    AND (stay.removed_at IS NULL OR stay.removed_at >= sprint.complete_date)
  JOIN $table(issue_status_interval) AS passage
    ON passage.issue_id = stay.issue_id
    AND passage.entered_at <= sprint.complete_date
    AND (passage.left_at IS NULL OR passage.left_at > sprint.complete_date)
    AND passage.status_category IS DISTINCT FROM 'done'
  JOIN place ON place.issue_id = stay.issue_id
  WHERE stay._deleted IS NOT TRUE
  GROUP BY place.campaign_id),
blocked AS (
  SELECT place.campaign_id, count(DISTINCT link.related_issue_id) AS blockers
  FROM $table(issue_link) AS link
  JOIN $table(issue) AS other ON other.id = link.related_issue_id
  JOIN $table(issue) AS issue ON issue.id = link.issue_id
  JOIN place ON place.issue_id = link.issue_id
  WHERE link.relationship = 'is blocked by'
    AND other.status_category IS DISTINCT FROM 'done' AND other._deleted IS NOT TRUE
    AND issue.status_category IS DISTINCT FROM 'done'
    AND link._deleted IS NOT TRUE
  GROUP BY place.campaign_id)
SELECT
  told.id AS campaign_id, told.key AS campaign_key, told.summary AS campaign, told.project_key,
  told.issue_type, told.assignee, told.status, told.status_category,
  told.first_planned_launch, told.planned_launch, told.actual_launch,
  $days(told.first_planned_launch, coalesce(told.actual_launch, told.planned_launch)) AS slip_days,
  CAST(told.launch_moves AS $long) AS launch_moves,
  costliest.status AS costliest_status,
  costliest.seconds / 86400.0 AS costliest_status_days,
  CAST(coalesce(slipped.sprints, 0) AS $long) AS sprints_slipped,
  told.budget,
  coalesce(work.planned_seconds, 0) / 3600.0 AS planned_hours,
  coalesce(work.actual_seconds, 0) / 3600.0 AS actual_hours,
  work.issues, CAST(work.done_issues AS $long) AS done_issues,
  CAST(coalesce(blocked.blockers, 0) AS $long) AS open_blockers
FROM told
LEFT JOIN work ON work.campaign_id = told.id
LEFT JOIN costliest ON costliest.campaign_id = told.id
LEFT JOIN slipped ON slipped.campaign_id = told.id
LEFT JOIN blocked ON blocked.campaign_id = told.id
