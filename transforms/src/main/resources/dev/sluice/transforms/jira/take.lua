-- Gives out the next permit of a rate.
-- KEYS: when the next permit is due; until when everything is paused; when the last ones were to be
-- used, newest first; all in microseconds.
-- ARGV: distance of permits, how early one is given out, how much lateness is made up for, and how
-- many permits may be used in as many distances, whatever is made up for.
-- Returns {0, wait}: granted, to be used after the wait; {1, wait}: ask again; {2, wait}: paused.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local interval = tonumber(ARGV[1])
local horizon = tonumber(ARGV[2])
local window = tonumber(ARGV[4])

local paused = tonumber(redis.call('GET', KEYS[2]) or 0)
if paused > now then
  return {2, paused - now}
end

-- Nothing remembered: whatever was given out before is used up a horizon from now.
local due = tonumber(redis.call('GET', KEYS[1]) or now + horizon)
due = math.max(due, now - tonumber(ARGV[3]))
local use = math.max(due, now)
local first = redis.call('LINDEX', KEYS[3], window - 1)
if first then
  use = math.max(use, first + window * interval)
end
if use - now > horizon then
  return {1, use - now - horizon}
end

redis.call('SET', KEYS[1], string.format('%.0f', due + interval), 'PX', 3600000)
redis.call('LPUSH', KEYS[3], string.format('%.0f', use))
redis.call('LTRIM', KEYS[3], 0, window - 1)
redis.call('PEXPIRE', KEYS[3], 3600000)
return {0, use - now}
