-- question: Which launches slipped, and what cost the time?
SELECT
  campaign_key AS key, campaign, first_planned_launch AS planned,
  coalesce(actual_launch, planned_launch) AS launch, slip_days AS slip, launch_moves AS moves,
  costliest_status AS costliest, round(costliest_status_days, 1) AS days, sprints_slipped AS sprints
FROM campaign_delivery
WHERE slip_days > 0 AND (:project = '' OR project_key = :project)
ORDER BY slip_days DESC, costliest_status_days DESC, campaign_key
