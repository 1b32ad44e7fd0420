-- question: How long do issues take, and how many come back?
SELECT
  project_key AS project, issue_type AS type, count(*) AS issues, count(lead_seconds) AS done,
  round(median(lead_seconds) / 86400, 1) AS median_lead_days,
  round(median(cycle_seconds) / 86400, 1) AS median_cycle_days,
  round(100.0 * count(*) FILTER (reopened > 0) / nullif(count(lead_seconds), 0), 1) AS reopened_percent
FROM cycle_time
WHERE (:project = '' OR project_key = :project)
GROUP BY project_key, issue_type
ORDER BY project_key, issue_type
