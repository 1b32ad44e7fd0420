-- question: In which statuses does the time go?
SELECT
  status, status_category AS category, count(*) AS issues, sum(visits) AS visits,
  round(median(seconds) / 86400, 1) AS median_days,
  round(quantile_cont(seconds, 0.9) / 86400, 1) AS slowest_tenth_days,
  round(100 * avg(share_of_lead_time), 1) AS percent_of_lead_time
FROM time_in_status
WHERE (:project = '' OR project_key = :project)
GROUP BY status, status_category
ORDER BY sum(seconds) DESC, status
