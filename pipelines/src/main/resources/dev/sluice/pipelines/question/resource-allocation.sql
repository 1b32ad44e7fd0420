-- question: Who is planned for how much, and who works how much? The last eight weeks.
SELECT
  week, person, round(sum(planned_hours), 1) AS planned, round(sum(actual_hours), 1) AS actual,
  count(DISTINCT campaign_id) AS campaigns
FROM resource_allocation
WHERE week > (SELECT max(CAST(interval_to AS DATE)) FROM _run) - 56
  AND week <= (SELECT max(CAST(interval_to AS DATE)) FROM _run)
  AND (:project = '' OR project_key = :project)
GROUP BY week, person
ORDER BY week DESC, actual DESC, person
