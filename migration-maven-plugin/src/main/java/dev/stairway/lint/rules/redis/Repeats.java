package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a command does harm when it is sent a second time. */
final class Repeats {

    private static final Set<String> ADDS = Set.of(
            "INCR",
            "INCRBY",
            "INCRBYFLOAT",
            "DECR",
            "DECRBY",
            "APPEND",
            "LPUSH",
            "RPUSH",
            "LPUSHX",
            "RPUSHX",
            "HINCRBY",
            "HINCRBYFLOAT",
            "ZINCRBY",
            "RPOPLPUSH",
            "LMOVE",
            "LINSERT",
            "LPOP",
            "RPOP",
            "SPOP",
            "ZPOPMIN",
            "ZPOPMAX",
            "JSON.NUMINCRBY",
            "JSON.ARRAPPEND",
            "JSON.STRAPPEND",
            "TOPK.INCRBY",
            "CMS.INCRBY",
            "BF.INSERTNX");
    private static final Set<String> WRITES =
            Set.of("SET", "SETEX", "PSETEX", "GETSET", "HSET", "HMSET", "LSET", "ZADD", "JSON.SET");
    private static final Set<String> READS =
            Set.of("GET", "GETSET", "GETEX", "HGET", "HMGET", "HGETALL", "LINDEX", "ZSCORE", "JSON.GET");
    private static final Set<String> ARE_THERE = Set.of(
            "EXISTS",
            "TYPE",
            "GET",
            "HGETALL",
            "DUMP",
            "TTL",
            "PTTL",
            "STRLEN",
            "HLEN",
            "LLEN",
            "SCARD",
            "ZCARD",
            "LRANGE",
            "SMEMBERS",
            "HGET",
            "HMGET",
            "ZRANGE",
            "GETEX",
            "HEXISTS");

    private Repeats() {}

    /** True for a command that may change something. */
    static boolean writes(RedisCall call) {
        return !ARE_THERE.contains(call.command()) && !READS.contains(call.command());
    }

    /** True for a command that changes the value each time it is sent. */
    static boolean adds(RedisCall call) {
        if (call.is("XADD")) {
            return call.says("*");
        }
        boolean bits = call.is("BITFIELD") && call.says("INCRBY");
        boolean score = call.is("ZADD") && call.says("INCR");
        return ADDS.contains(call.command()) || bits || score;
    }

    /** True when it writes over a value something that it worked out from this very value. */
    static boolean worksOnItself(Way way, RedisCall call) {
        if (!WRITES.contains(call.command()) || call.arguments().size() < 2) {
            return false;
        }
        Argument key = call.arguments().get(0);
        String field = call.is("HSET", "HMSET") ? call.argument(1) : "";
        return call.arguments().stream()
                .skip(1)
                .filter(Repeats::changedEachTime)
                .anyMatch(value -> way.sources(value)
                        .filter(read -> READS.contains(read.command()))
                        .filter(read -> Way.same(read.arguments().get(0), key))
                        .anyMatch(read -> field.isEmpty() || reads(read, field, value)));
    }

    /** True when it is this field that is read, or taken out of all of them. */
    private static boolean reads(RedisCall read, String field, Argument value) {
        return read.is("HGETALL")
                ? value.resolved().matches("(?s).*\\." + Pattern.quote(field) + "(\\W.*)?")
                : read.arguments().stream()
                        .skip(1)
                        .anyMatch(other -> other.resolved().equals("'" + field + "'"));
    }

    private static boolean changedEachTime(Argument value) {
        boolean arithmetic =
                value.usesAny("*", "/", "+", "-", "^", "..", "string.reverse", "string.rep", "string.format");
        boolean document = value.usesAny("cjson.encode", "cmsgpack.pack");
        return arithmetic && !document;
    }

    /** True when a second call for the same key finds that the first has been there. */
    static boolean guarded(Way way, RedisCall call) {
        return call.guards().stream().anyMatch(guard -> protects(way, guard, call))
                || consumed(way, call)
                || madeAnew(way, call);
    }

    /** To ask whether the key is there protects nothing as long as it stays there. */
    private static boolean protects(Way way, Argument guard, RedisCall call) {
        return way.sources(guard)
                .filter(asked -> !asked.is("TYPE"))
                .anyMatch(asked -> !ARE_THERE.contains(asked.command())
                        || asked.is("HEXISTS", "HGET") && otherField(asked, call)
                        || guard.usesAny("compare")
                        || guard.uses().stream().anyMatch(use -> use.startsWith("string.") || use.startsWith("cjson."))
                        || asked.arguments().stream().limit(1).anyMatch(key -> !key.handedOver()));
    }

    private static boolean otherField(RedisCall asked, RedisCall call) {
        String field = asked.arguments().size() > 1 ? asked.arguments().get(1).resolved() : "";
        return call.arguments().stream()
                .skip(1)
                .noneMatch(written -> written.resolved().equals(field));
    }

    /** What is removed first is the same after a second time. */
    private static boolean madeAnew(Way way, RedisCall call) {
        return way.with(call.arguments().get(0)).stream()
                .anyMatch(other -> other.is("DEL", "UNLINK") && way.place(other) < way.place(call));
    }

    /** The key that is handed over is gone when the call is over, so nothing is found the second time. */
    private static boolean consumed(Way way, RedisCall call) {
        boolean other = call.arguments().isEmpty() || !call.arguments().get(0).handedOver();
        return other && way.index().takesAway();
    }
}
