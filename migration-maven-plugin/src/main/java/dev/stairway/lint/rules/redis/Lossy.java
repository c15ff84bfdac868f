package dev.stairway.lint.rules.redis;

import dev.stairway.engine.KeyMapping;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.redis.call.RedisCalls;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code that throws something away. */
final class Lossy {

    private static final String[] MOVES = {"RENAME", "RENAMENX", "COPY"};
    private static final Set<String> WRITES = Set.of("SET", "SETNX", "HSET", "HMSET", "HSETNX", "SADD", "ZADD");
    static final Pattern CUT_OFF = Pattern.compile("string\\.sub\\([^()]*, 1, [1-9]\\d*\\)");
    private static final Pattern REPLACED = Pattern.compile("string\\.gsub\\([^()]*, '([^']*)', '([^'%]*)'");
    private static final Pattern MATCHED =
            Pattern.compile("string\\.match\\(KEYS\\[[^\\]]*], '((?:[^'\\\\]|\\\\.)*+)'\\)(?:#(\\d))?");

    private Lossy() {}

    static Optional<KeyMapping> parse(String text) {
        try {
            return Optional.of(KeyMapping.parse(text));
        } catch (IllegalArgumentException notUnderstood) {
            // The engine refuses such a mapping with its own words.
            return Optional.empty();
        }
    }

    /** What is lost by a call, as a sentence; empty where nothing is. @param declared true when the names are spoken of already */
    static String of(Way way, RedisCall call, boolean declared, RedisCalls down) {
        if (call.is(MOVES) && call.arguments().size() > 1) {
            return declared || way.back()
                    ? ""
                    : name(way, call.arguments().get(0), call.arguments().get(1));
        }
        if (call.is("HDEL")) {
            return way.back() ? "" : field(way, call, down);
        }
        return WRITES.contains(call.command()) && call.arguments().size() > 1 ? LostValue.of(way, call) : "";
    }

    private static String name(Way way, Argument from, Argument to) {
        if (!way.many(from)) {
            return "";
        }
        if (to.literal()) {
            return "Every key that is handed over becomes " + to.text();
        }
        if (to.usesAny("string.lower", "string.upper")) {
            return "Names that differ only in upper and lower case become one: " + to.text();
        }
        if (to.usesAny("%", "/", "math.floor", "math.ceil")) {
            return "Names that differ only in what is left over in the sum become one: " + to.text();
        }
        if (CUT_OFF.matcher(to.resolved()).find()) {
            return "Names that differ only behind the part that is kept become one: " + to.text();
        }
        if (replaced(to.resolved())) {
            return "Names that differ only in what is replaced become one: " + to.text();
        }
        return parts(to);
    }

    /** Replacing what varies by what does not. */
    private static boolean replaced(String expression) {
        Matcher gsub = REPLACED.matcher(expression);
        return gsub.find() && LuaPattern.varies(gsub.group(1)) && !gsub.group(1).startsWith("^%s");
    }

    private static String parts(Argument to) {
        Matcher match = MATCHED.matcher(to.resolved());
        if (!match.find()) {
            return "";
        }
        String pattern = match.group(1);
        if (LuaPattern.variesOutsideCaptures(pattern)) {
            return to.text() + " leaves out what varies in the name outside of the parts in ( ): " + pattern;
        }
        long used = MATCHED.matcher(to.resolved())
                .results()
                .map(result -> String.valueOf(result.group(2)))
                .distinct()
                .count();
        return match.group(2) != null && used < LuaPattern.captures(pattern)
                ? to.text() + " leaves out a part that tells the keys apart: " + pattern
                : "";
    }

    /** A field whose value is nowhere else afterwards. */
    private static String field(Way way, RedisCall call, RedisCalls down) {
        List<Argument> fields = call.arguments().subList(1, call.arguments().size());
        Argument key = call.arguments().get(0);
        boolean read = way.with(key).stream()
                .anyMatch(other -> other.is("HGET", "HMGET", "HGETALL", "HVALS", "HGETDEL", "COPY", "DUMP", "HSCAN"));
        List<Argument> gone = way.with(key).stream()
                .filter(other -> other.is("HDEL"))
                .flatMap(other -> other.arguments().stream().skip(1))
                .toList();
        if (read && joined(way, key, gone)) {
            return "Fields of " + key.text()
                    + " are put together into one and removed, so nobody can take them apart again";
        }
        Optional<Argument> lost = fields.stream()
                .filter(Argument::literal)
                .filter(field -> !read && !written(down, field.text()))
                .findFirst();
        return lost.map(field -> "HDEL throws the value of field " + field.text() + " of " + key.text()
                        + " away, and the way back does not bring it again")
                .orElse("");
    }

    /** A value made of two of the fields, none of which is there afterwards. */
    private static boolean joined(Way way, Argument key, List<Argument> fields) {
        return way.with(key).stream()
                .filter(call -> call.is("HSET", "HMSET", "HSETNX"))
                .flatMap(call -> call.arguments().stream().skip(1))
                .filter(value -> value.usesAny("..", "string.format", "table.concat"))
                .anyMatch(value -> fields.stream()
                                .filter(field -> partOf(way, value, field))
                                .count()
                        > 1);
    }

    /** True when the value is made of what this field held. */
    private static boolean partOf(Way way, Argument value, Argument field) {
        return value.replies().stream().anyMatch(reply -> {
            RedisCall read = way.reply(reply);
            for (int at = 1; at < read.arguments().size(); at++) {
                boolean one = read.is("HGET") || read.is("HMGET") && takes(value.resolved(), reply, at);
                if (one && Way.same(field, read.arguments().get(at))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** True for an element of an answer, or for all of them in one go. */
    private static boolean takes(String expression, int reply, int at) {
        return expression.contains("reply " + reply + "[" + at + "]")
                || expression.contains("unpack(reply " + reply + ")#" + at)
                || expression.contains("table.concat(reply " + reply);
    }

    private static boolean written(RedisCalls down, String field) {
        return down.calls().stream().anyMatch(call -> call.is("HSET", "HMSET", "HSETNX") && call.says(field));
    }
}
