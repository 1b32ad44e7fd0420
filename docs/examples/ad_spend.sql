-- Made-up ad spend for the campaigns of a warehouse, a row a day, campaign and channel, as an export
-- of an ad platform has them: from three weeks before the planned launch to the last day loaded.
SELECT
  day.day,
  day.campaign_key AS utm_campaign,
  channel.name AS channel,
  round(day.budget * channel.share / 60 * (1 + (day.days_to_launch % 7) / 10), 2) AS spend,
  CAST(day.budget * channel.share / 10 AS BIGINT) AS impressions
FROM campaign_day AS day
CROSS JOIN (VALUES ('search', 0.6), ('social', 0.4)) AS channel(name, share)
WHERE day.budget IS NOT NULL AND day.days_to_launch BETWEEN 0 AND 21
ORDER BY day.day, utm_campaign, channel
