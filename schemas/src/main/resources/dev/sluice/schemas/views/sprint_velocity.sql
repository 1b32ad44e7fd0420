-- question: What was a sprint committed to, what came and went while it ran, what was completed, and what was carried over?
-- grain: sprint that has started
-- caveat: Points are those an issue has today; Jira's own report uses those of the time.
-- caveat: Sub-tasks are left out, as Jira's velocity chart does: their story counts.
-- caveat: A running sprint is judged at the end of the last interval that was loaded; nothing is carried over yet.
WITH loaded AS (
  SELECT max(interval_to) AS moment FROM $table(_run)),
window_of AS (
  SELECT
    sprint.id, sprint.name, sprint.board_id, sprint.state,
    sprint.start_date, sprint.end_date, sprint.complete_date,
    coalesce(sprint.complete_date, loaded.moment) AS closed_at
  FROM $table(sprint) AS sprint
  CROSS JOIN loaded
  WHERE sprint.start_date IS NOT NULL AND sprint.start_date <= loaded.moment),
member AS (
  SELECT
    window_of.id AS sprint_id, stay.issue_id, window_of.closed_at,
    max(
      CASE
        WHEN stay.added_at <= window_of.start_date
          AND (stay.removed_at IS NULL OR stay.removed_at > window_of.start_date) THEN 1
        ELSE 0
      END) AS committed,
    max(
      CASE
        WHEN stay.added_at <= window_of.closed_at
          AND (stay.removed_at IS NULL OR stay.removed_at >= window_of.closed_at) THEN 1
        ELSE 0
      END) AS stayed
  FROM $table(issue_sprint_interval) AS stay
  JOIN window_of ON window_of.id = stay.sprint_id
  WHERE stay._deleted IS NOT TRUE
    AND stay.added_at <= window_of.closed_at
    AND (stay.removed_at IS NULL OR stay.removed_at > window_of.start_date)
  GROUP BY window_of.id, stay.issue_id, window_of.closed_at),
sized AS (
  SELECT
    member.sprint_id, member.issue_id, member.committed, member.stayed, member.closed_at,
    coalesce($story_points(issue), 0) AS points
  FROM member
  JOIN $table(issue) AS issue ON issue.id = member.issue_id
  WHERE issue.is_subtask IS NOT TRUE AND issue._deleted IS NOT TRUE),
judged AS (
  SELECT
    sized.sprint_id, sized.issue_id, sized.committed, sized.stayed, sized.points,
    max(CASE WHEN passage.status_category = 'done' THEN 1 ELSE 0 END) AS done
  FROM sized
  LEFT JOIN $table(issue_status_interval) AS passage
    ON passage.issue_id = sized.issue_id
    AND passage.entered_at <= sized.closed_at
    AND coalesce(passage.left_at, TIMESTAMP '9999-12-31 00:00:00') > sized.closed_at
  GROUP BY sized.sprint_id, sized.issue_id, sized.committed, sized.stayed, sized.points),
counted AS (
  SELECT
    sprint_id,
    sum(committed) AS committed_issues,
    sum(committed * points) AS committed_points,
    sum(1 - committed) AS added_issues,
    sum((1 - committed) * points) AS added_points,
    sum(1 - stayed) AS removed_issues,
    sum((1 - stayed) * points) AS removed_points,
    sum(stayed * done) AS completed_issues,
    sum(stayed * done * points) AS completed_points,
    sum(stayed * (1 - done)) AS open_issues,
    sum(stayed * (1 - done) * points) AS open_points
  FROM judged
  GROUP BY sprint_id)
SELECT
  window_of.id AS sprint_id, window_of.name AS sprint, window_of.board_id, window_of.state,
  window_of.start_date, window_of.end_date, window_of.complete_date,
  CAST(coalesce(counted.committed_issues, 0) AS $long) AS committed_issues,
  coalesce(counted.committed_points, 0) AS committed_points,
  CAST(coalesce(counted.added_issues, 0) AS $long) AS added_issues,
  coalesce(counted.added_points, 0) AS added_points,
  CAST(coalesce(counted.removed_issues, 0) AS $long) AS removed_issues,
  coalesce(counted.removed_points, 0) AS removed_points,
  CAST(coalesce(counted.completed_issues, 0) AS $long) AS completed_issues,
  coalesce(counted.completed_points, 0) AS completed_points,
  CASE
    WHEN window_of.complete_date IS NOT NULL THEN CAST(coalesce(counted.open_issues, 0) AS $long)
  END AS carried_over_issues,
  CASE
    WHEN window_of.complete_date IS NOT NULL THEN coalesce(counted.open_points, 0)
  END AS carried_over_points
FROM window_of
LEFT JOIN counted ON counted.sprint_id = window_of.id
