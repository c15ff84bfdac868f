package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.List;
import java.util.Set;

/** Whether a call writes anew what another call has read. */
final class Rewrite {

    private static final Set<String> WHOLE = Set.of(
            "GET",
            "GETDEL",
            "GETEX",
            "GETSET",
            "DUMP",
            "HGETALL",
            "HSCAN",
            "LRANGE",
            "SMEMBERS",
            "SSCAN",
            "ZRANGE",
            "ZSCAN",
            "SORT",
            "JSON.GET",
            "XRANGE");
    private static final Set<String> PART = Set.of("HGET", "HMGET", "HVALS", "HKEYS", "GETRANGE", "LINDEX");
    private static final Set<String> WRITES =
            Set.of("HSET", "HMSET", "HSETNX", "RPUSH", "LPUSH", "SADD", "ZADD", "XADD");
    private static final Set<String> COPIES = Set.of("SUNIONSTORE", "SDIFFSTORE", "SINTERSTORE", "ZRANGESTORE");
    private static final String[] REMOVES = {"DEL", "UNLINK", "GETDEL"};

    private Rewrite() {}

    /** A string, or a document in one, that was read before. */
    static boolean string(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        if (Keys.settings(key) || call.says("NX") && key.handedOver()) {
            return false;
        }
        boolean inPlace = way.many(key) && key.handedOver() && !call.is("JSON.SET", "SETNX");
        return inPlace || values(call).stream().flatMap(way::sources).anyMatch(read -> taken(way, read, key, call));
    }

    /** A hash, list, set or sorted set that was read before and is made again. */
    static boolean collection(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        if (COPIES.contains(call.command())) {
            return call.arguments().size() == 2 && way.many(call.arguments().get(1)) && way.many(key);
        }
        return WRITES.contains(call.command())
                && values(call).stream().flatMap(way::sources).anyMatch(read -> madeAgain(way, read, key, call));
    }

    private static boolean taken(Way way, RedisCall read, Argument key, RedisCall write) {
        if (read.arguments().isEmpty() || gathered(read, write)) {
            return false;
        }
        Argument from = read.arguments().get(0);
        boolean all = WHOLE.contains(read.command());
        boolean part = PART.contains(read.command()) && removed(way, from, write);
        boolean ownDocument =
                way.isNew(from) || write.is("JSON.SET") && Way.same(from, key) && !way.sends(key, REMOVES);
        return (all || part) && !ownDocument && !Keys.settings(from);
    }

    private static boolean madeAgain(Way way, RedisCall read, Argument key, RedisCall write) {
        if (read.arguments().isEmpty()) {
            return false;
        }
        Argument from = read.arguments().get(0);
        boolean gone = removed(way, from, write);
        if (Way.same(from, key)) {
            return gone;
        }
        // A field more in a record that is there already leaves the record's own expiry as it is.
        if (way.isNew(from) || way.many(key) && key.handedOver()) {
            return false;
        }
        boolean all = WHOLE.contains(read.command());
        boolean part = PART.contains(read.command()) && gone;
        boolean toMany =
                way.lua() && key.ofKeys() && (gone || !named(way)) || gone && !Keys.settings(from) && key.literal();
        boolean derived = !key.literal() && !key.ofKeys() && gone;
        return (all || part) && (toMany || derived);
    }

    /** What is put together from several keys, in a loop that is over when it is written, is a value of its own. */
    private static boolean gathered(RedisCall read, RedisCall write) {
        boolean inner = read.loops().size() > write.loops().size();
        Argument from = read.arguments().get(0);
        return inner && !from.handedOver() && !from.literal();
    }

    /** True when the header names the keys one by one: what there is one of lasts. */
    private static boolean named(Way way) {
        return way.header().keys().isPresent() && !way.batched();
    }

    private static boolean removed(Way way, Argument key, RedisCall write) {
        return way.sends(key, REMOVES) || way.index().renames(write.arguments().get(0), key);
    }

    /** What only counts something is no copy of it. */
    private static List<Argument> values(RedisCall call) {
        return call.arguments().stream()
                .skip(1)
                .filter(value -> !value.usesAny("#") || value.usesAny("unpack", "cjson.encode", "cjson.decode"))
                .toList();
    }
}
