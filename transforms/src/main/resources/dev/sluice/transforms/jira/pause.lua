-- Pauses everything, unless a longer pause is in force.
-- KEYS: unused, until when everything is paused in microseconds. ARGV: how long, microseconds.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local till = now + tonumber(ARGV[1])
if till > tonumber(redis.call('GET', KEYS[2]) or 0) then
  redis.call('SET', KEYS[2], string.format('%.0f', till), 'PX', math.ceil(ARGV[1] / 1000) + 1000)
end
return {0, 0}
