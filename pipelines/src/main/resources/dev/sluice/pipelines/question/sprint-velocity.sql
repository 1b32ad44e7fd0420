-- question: What did the sprints promise and keep?
SELECT
  sprint, state, CAST(start_date AS DATE) AS start, committed_points AS committed,
  added_points AS added, removed_points AS removed, completed_points AS completed,
  carried_over_points AS carried_over, committed_issues AS issues
FROM sprint_velocity
WHERE (:project = '' OR sprint LIKE :project || '%')
ORDER BY start_date DESC
LIMIT 20
