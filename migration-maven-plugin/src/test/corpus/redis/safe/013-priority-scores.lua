--@ product redis
--@ versions 6.2 7.0
--@ migration 037
-- The queue of nightly jobs holds at most 200 entries (ZCARD is checked when they are added).
-- Priorities 1..5 become 10..50; the marker is in the same slot and is written in the same call.
-- stairway: keys {jobs}:nightly {jobs}:nightly:scale
if redis.call('SETNX', KEYS[2], '10') == 1 then
  local jobs = redis.call('ZRANGE', KEYS[1], 0, 199, 'WITHSCORES')
  for i = 1, #jobs, 2 do
    redis.call('ZADD', KEYS[1], 'XX', tonumber(jobs[i + 1]) * 10, jobs[i])
  end
end
--@ down
-- stairway: keys {jobs}:nightly {jobs}:nightly:scale
if redis.call('GET', KEYS[2]) == '10' then
  local jobs = redis.call('ZRANGE', KEYS[1], 0, 199, 'WITHSCORES')
  for i = 1, #jobs, 2 do
    redis.call('ZADD', KEYS[1], 'XX', tonumber(jobs[i + 1]) / 10, jobs[i])
  end
  redis.call('UNLINK', KEYS[2])
end
