-- question: How many hours were planned for a person, and how many were logged, week by week, for which project and campaign?
-- grain: person, week (its Monday, UTC), project and campaign
-- caveat: An original estimate counts whole for the assignee of today, in the week the issue is due; without a due date in the week work on it started, else the week it was created.
-- caveat: A worklog counts for its author in the week it was started, by the UTC day: at 23:30 in New York it is the next day.
-- caveat: Estimates of issues nobody is assigned to have no person; campaign is null where there is none.
WITH started AS (
  SELECT issue_id, min(entered_at) AS moment
  FROM $table(issue_status_interval)
  WHERE status_category = 'indeterminate' AND _deleted IS NOT TRUE
  GROUP BY issue_id),
entry AS (
  SELECT
    issue.assignee_id AS person_id, issue.assignee AS person,
    coalesce(issue.due_date, $day(started.moment), $day(issue.created)) AS day,
    issue.id AS issue_id,
    issue.original_estimate_seconds AS planned_seconds,
    0 AS actual_seconds
  FROM $table(issue) AS issue
  LEFT JOIN started ON started.issue_id = issue.id
  WHERE issue.original_estimate_seconds > 0 AND issue._deleted IS NOT TRUE
  UNION ALL
  SELECT
    worklog.author_id, worklog.author, $day(worklog.started), worklog.issue_id, 0,
    worklog.time_spent_seconds
  FROM $table(worklog) AS worklog
  WHERE worklog._deleted IS NOT TRUE),
dated AS (
  SELECT
    person_id, person, $week(day) AS week, issue_id, planned_seconds, actual_seconds
  FROM entry),
weekly AS (
  SELECT
    entry.person_id, max(entry.person) AS name_in_issues, entry.week,
    place.project_key, place.campaign_id, max(place.campaign_key) AS campaign_key,
    max(place.campaign) AS campaign,
    sum(entry.planned_seconds) AS planned_seconds, sum(entry.actual_seconds) AS actual_seconds
  FROM dated AS entry
  JOIN $table(issue_campaign) AS place ON place.issue_id = entry.issue_id
  GROUP BY entry.person_id, entry.week, place.project_key, place.campaign_id)
SELECT
  weekly.person_id, coalesce(person.display_name, weekly.name_in_issues) AS person,
  weekly.week, weekly.project_key, weekly.campaign_id, weekly.campaign_key, weekly.campaign,
  weekly.planned_seconds / 3600.0 AS planned_hours,
  weekly.actual_seconds / 3600.0 AS actual_hours
FROM weekly
LEFT JOIN $table(user) AS person ON person.id = weekly.person_id
