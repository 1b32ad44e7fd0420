-- question: Where do logged hours leave the planned ones behind?
SELECT
  campaign_key AS key, campaign, issues, round(planned_hours, 1) AS planned,
  round(actual_hours, 1) AS actual, round(actual_hours - planned_hours, 1) AS over,
  CAST(round(100 * actual_hours / nullif(planned_hours, 0)) AS BIGINT) AS percent
FROM campaign_delivery
WHERE (:project = '' OR project_key = :project)
ORDER BY actual_hours - planned_hours DESC, campaign_key
