local call = redis.call
local all = call("keys", "user:" .. "*")
return #all
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
