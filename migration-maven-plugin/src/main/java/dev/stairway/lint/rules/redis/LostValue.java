package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that says less than the one that it takes the place of. */
final class LostValue {

    private static final Set<String> CUTS = Set.of("math.floor", "math.ceil", "string.lower", "string.upper");
    private static final Set<String> STRINGS = Set.of("GET", "GETDEL", "GETSET", "HGET", "HMGET");
    private static final Set<String> ELEMENTS =
            Set.of("SMEMBERS", "SSCAN", "ZRANGE", "ZSCAN", "HGETALL", "HKEYS", "HSCAN", "LRANGE");
    private static final String[] REMOVES = {"DEL", "UNLINK", "GETDEL"};

    private static final Pattern APART =
            Pattern.compile("string\\.match\\([^']*?reply (\\d+).*?, '((?:[^'\\\\]|\\\\.)*)'\\)");
    private static final Pattern EITHER =
            Pattern.compile("reply (\\d+)\\S* == ('[^']*')\\)* or \\(*reply \\1\\S* == (?!\\2)'");

    private LostValue() {}

    /** @return a sentence; empty where nothing is lost */
    static String of(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        List<Argument> values = call.arguments().subList(1, call.arguments().size());
        if (values.stream().anyMatch(value -> cuts(value) && takesThePlace(way, call, value))) {
            return "The new value of " + key.text() + " is cut or rounded in its own place";
        }
        if (merges(way, call, values)) {
            return "Several values of " + key.text() + " become one, which no way back can tell apart";
        }
        return values.stream()
                .filter(value -> takenApart(way, call, value))
                .findFirst()
                .map(value -> "What stands between the parts that are kept of " + key.text()
                        + " is a guess, and the whole is removed")
                .orElse("");
    }

    /** To round what was multiplied makes a whole number of a price, say, and loses nothing. */
    private static boolean cuts(Argument value) {
        boolean scaled = value.usesAny("*") && !value.usesAny("/");
        return value.uses().stream().anyMatch(use -> CUTS.contains(use) && !(scaled && use.startsWith("math.")))
                || Lossy.CUT_OFF.matcher(value.resolved()).find();
    }

    /** True when what it is made of is overwritten or removed. */
    private static boolean takesThePlace(Way way, RedisCall call, Argument value) {
        boolean strings = !call.is("SADD", "ZADD");
        return way.sources(value)
                .filter(read -> strings && STRINGS.contains(read.command())
                        || ELEMENTS.contains(read.command())
                                && way.sends(read.arguments().get(0), REMOVES))
                .anyMatch(read -> overwrites(way, call, read));
    }

    private static boolean overwrites(Way way, RedisCall call, RedisCall read) {
        Argument from = read.arguments().get(0);
        if (way.sends(from, REMOVES)) {
            return true;
        }
        return Way.same(from, call.arguments().get(0)) && (call.is("SET") || sameField(call, read));
    }

    /** True when a field that is read is written. */
    private static boolean sameField(RedisCall call, RedisCall read) {
        for (int at = 1; at < call.arguments().size(); at += 2) {
            Argument field = call.arguments().get(at);
            if (read.arguments().stream().skip(1).anyMatch(other -> Way.same(other, field))) {
                return true;
            }
        }
        return false;
    }

    /** By a table in which two names have one value, or behind a condition that two values meet. */
    private static boolean merges(Way way, RedisCall call, List<Argument> values) {
        if (!call.is("SET", "HSET", "HMSET")) {
            return false;
        }
        boolean byTable = values.stream().anyMatch(value -> value.usesAny("merge") && takesThePlace(way, call, value));
        boolean constant = values.stream().allMatch(Argument::literal);
        return byTable
                || constant
                        && call.guards().stream()
                                .filter(guard ->
                                        EITHER.matcher(guard.resolved()).find())
                                .anyMatch(guard -> way.sources(guard)
                                        .anyMatch(read -> !read.arguments().isEmpty()
                                                && STRINGS.contains(read.command())
                                                && overwrites(way, call, read)));
    }

    /** Parts of a text with something between them that differs from text to text. */
    private static boolean takenApart(Way way, RedisCall call, Argument value) {
        Matcher apart = APART.matcher(value.resolved());
        if (!apart.find()
                || !LuaPattern.variesOutsideCaptures(apart.group(2))
                || LuaPattern.captures(apart.group(2)) < 2) {
            return false;
        }
        RedisCall read = way.reply(Integer.parseInt(apart.group(1)));
        Argument key = read.arguments().get(0);
        boolean field = read.is("HGET")
                && way.with(key).stream()
                        .filter(other -> other.is("HDEL"))
                        .anyMatch(other -> other.arguments().stream()
                                .skip(1)
                                .anyMatch(
                                        gone -> Way.same(gone, read.arguments().get(1))));
        return field
                || read.is("GET")
                        && way.sends(key, REMOVES)
                        && !Way.same(key, call.arguments().get(0));
    }
}
