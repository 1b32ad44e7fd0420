-- question: Which campaign is an issue part of?
-- grain: issue
-- caveat: Parents and epic links are followed three levels up; of two campaigns above each other the upper one counts.
-- caveat: A row has no campaign when nothing above the issue is of a campaign's type, or the account may not see it.
WITH above AS $materialized (
  SELECT
    child.id, child.key, child.project_id, child.project_key, child.issue_type, child.summary,
    coalesce(child.parent_id, epic.id, moved.issue_id) AS parent_id
  FROM $table(issue) AS child
  LEFT JOIN $table(issue) AS epic ON epic.key = $epic_link(child) AND epic._deleted IS NOT TRUE
  LEFT JOIN $table(issue_key_alias) AS moved ON moved.old_key = $epic_link(child)
  WHERE child._deleted IS NOT TRUE),
ladder AS (
  SELECT
    own.id AS issue_id, own.key AS issue_key, own.project_key,
    CASE
      WHEN third.issue_type IN ($campaign_types) THEN third.id
      WHEN second.issue_type IN ($campaign_types) THEN second.id
      WHEN first.issue_type IN ($campaign_types) THEN first.id
      WHEN own.issue_type IN ($campaign_types) THEN own.id
    END AS campaign_id
  FROM above AS own
  LEFT JOIN above AS first ON first.id = own.parent_id
  LEFT JOIN above AS second ON second.id = first.parent_id
  LEFT JOIN above AS third ON third.id = second.parent_id)
SELECT
  ladder.issue_id, ladder.issue_key, ladder.project_key,
  campaign.id AS campaign_id, campaign.key AS campaign_key, campaign.summary AS campaign
FROM ladder
LEFT JOIN above AS campaign ON campaign.id = ladder.campaign_id
WHERE TRUE
QUALIFY row_number() OVER (
  PARTITION BY ladder.issue_id
  ORDER BY CASE WHEN campaign.id IS NULL THEN 1 ELSE 0 END, campaign.id) = 1
