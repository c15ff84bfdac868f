-- up
redis.call("SET", KEYS[1], ARGV[1])
for i = 1, 10 do redis.pcall('DEL', "k:" .. i) end
local s = [==[ ]] ]==]
