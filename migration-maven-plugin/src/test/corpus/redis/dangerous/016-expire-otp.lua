--@ product redis
--@ migration 023
-- One-time passwords got no expiry until 3.4.1, about 9 million are left.
math.randomseed(7)
local cursor = '0'
local done = 0
--@ danger lua-long-loop: SCAN until the cursor is 0 inside one script is KEYS in other words: the server does nothing else meanwhile
repeat
  local page = redis.call('SCAN', cursor, 'MATCH', 'otp:*', 'COUNT', 1000)
  cursor = page[1]
  for _, key in ipairs(page[2]) do
    if redis.call('TTL', key) == -1 then
      --@ danger lua-undeclared-keys: keys that SCAN found, none of them declared
      redis.call('EXPIRE', key, 600 + math.random(600))
      done = done + 1
    end
  end
until cursor == '0'
return done
--@ down
-- stairway: keys otp:*
for _, key in ipairs(KEYS) do
  redis.call('PERSIST', key)
end
