package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which type of value commands want: https://redis.io/docs/latest/develop/data-types/ */
final class Kinds {

    static final String STRING = "string";
    static final String HASH = "hash";
    static final String LIST = "list";
    static final String SET = "set";
    static final String ZSET = "sorted set";
    static final String STREAM = "stream";
    static final String JSON = "JSON document";

    private static final Map<String, Set<String>> COMMANDS = Map.of(
            STRING,
            Set.of(
                    "APPEND",
                    "BITCOUNT",
                    "BITFIELD",
                    "BITPOS",
                    "DECR",
                    "DECRBY",
                    "GET",
                    "GETBIT",
                    "GETDEL",
                    "GETEX",
                    "GETRANGE",
                    "GETSET",
                    "INCR",
                    "INCRBY",
                    "INCRBYFLOAT",
                    "PSETEX",
                    "SET",
                    "SETBIT",
                    "SETEX",
                    "SETNX",
                    "SETRANGE",
                    "STRLEN",
                    "SUBSTR"),
            HASH,
            Set.of(
                    "HDEL",
                    "HEXISTS",
                    "HGET",
                    "HGETALL",
                    "HGETDEL",
                    "HGETEX",
                    "HINCRBY",
                    "HINCRBYFLOAT",
                    "HKEYS",
                    "HLEN",
                    "HMGET",
                    "HMSET",
                    "HRANDFIELD",
                    "HSCAN",
                    "HSET",
                    "HSETEX",
                    "HSETNX",
                    "HSTRLEN",
                    "HVALS"),
            LIST,
            Set.of(
                    "LINDEX",
                    "LINSERT",
                    "LLEN",
                    "LPOP",
                    "LPOS",
                    "LPUSH",
                    "LPUSHX",
                    "LRANGE",
                    "LREM",
                    "LSET",
                    "LTRIM",
                    "RPOP",
                    "RPOPLPUSH",
                    "RPUSH",
                    "RPUSHX",
                    "LMOVE"),
            SET,
            Set.of(
                    "SADD",
                    "SCARD",
                    "SDIFF",
                    "SINTER",
                    "SISMEMBER",
                    "SMEMBERS",
                    "SMISMEMBER",
                    "SMOVE",
                    "SPOP",
                    "SRANDMEMBER",
                    "SREM",
                    "SSCAN",
                    "SUNION",
                    "SUNIONSTORE",
                    "SINTERSTORE",
                    "SDIFFSTORE"),
            ZSET,
            Set.of(
                    "ZADD",
                    "ZCARD",
                    "ZCOUNT",
                    "ZINCRBY",
                    "ZMSCORE",
                    "ZPOPMAX",
                    "ZPOPMIN",
                    "ZRANDMEMBER",
                    "ZRANGE",
                    "ZRANGEBYLEX",
                    "ZRANGEBYSCORE",
                    "ZRANK",
                    "ZREM",
                    "ZREMRANGEBYRANK",
                    "ZREMRANGEBYSCORE",
                    "ZREVRANGE",
                    "ZREVRANGEBYSCORE",
                    "ZSCAN",
                    "ZSCORE",
                    "ZUNIONSTORE",
                    "ZINTERSTORE"),
            STREAM,
            Set.of("XADD", "XDEL", "XLEN", "XRANGE", "XREVRANGE", "XTRIM"));

    private static final Map<String, String> WORDS =
            Map.of("string", STRING, "hash", HASH, "list", LIST, "set", SET, "zset", ZSET, "stream", STREAM);

    private static final Set<String> FILL = Set.of("HSET", "HMSET", "HSETNX", "RPUSH", "LPUSH", "SADD", "ZADD", "XADD");

    private Kinds() {}

    /** The type that a command works on; empty for those that work on all. */
    static Optional<String> of(RedisCall call) {
        return of(call.command());
    }

    /** The same of a command by its name, in upper case. */
    static Optional<String> of(String command) {
        if (command.startsWith("JSON.")) {
            return Optional.of(JSON);
        }
        return COMMANDS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(command))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Types that the script's commands say a key has, and those that it asks for by TYPE before the call. */
    static Set<String> ofKey(Way way, RedisCall call, Argument key) {
        Set<String> kinds = way.with(key).stream()
                .filter(other -> !small(other))
                .map(Kinds::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        String asked = asked(way, call, key);
        if (!asked.isEmpty()) {
            kinds.add(asked);
        }
        return kinds;
    }

    /** Elements that stand in the script are as few as fit into it. */
    private static boolean small(RedisCall call) {
        return call.arguments().stream().allMatch(Argument::literal) && FILL.contains(call.command());
    }

    /** The type that TYPE must have answered before the call; empty where it was not asked. */
    static String asked(Way way, RedisCall call, Argument key) {
        for (Argument guard : call.guards()) {
            boolean ofType = way.sources(guard)
                    .anyMatch(asked ->
                            asked.is("TYPE") && Way.same(asked.arguments().get(0), key));
            for (Map.Entry<String, String> word : WORDS.entrySet()) {
                if (ofType && guard.resolved().contains("== '" + word.getKey() + "'")) {
                    return word.getValue();
                }
            }
        }
        return "";
    }
}
