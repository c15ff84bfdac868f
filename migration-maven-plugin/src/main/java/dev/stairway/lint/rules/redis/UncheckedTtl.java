package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time that was read from a key and is given to another without a look at it: of a key without an expiry TTL and PTTL answer
 * -1. See https://redis.io/docs/latest/commands/pttl/.
 */
final class UncheckedTtl {

    private static final String[] READS = {"TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME"};

    private UncheckedTtl() {}

    /** The time that a call gives its key, where it may be -1. */
    static Optional<Argument> in(Way way, RedisCall call) {
        return time(call)
                .filter(time -> way.sources(time).anyMatch(read -> read.is(READS)))
                .filter(time -> !isBounded(time) && !isCompared(way, time))
                .filter(time -> way.asked(call).noneMatch(asked -> asked.is(READS)));
    }

    /** What the server makes of -1. */
    static String effect(RedisCall call) {
        return call.is("EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT")
                ? "deletes the key at once"
                : "is refused as an invalid time, and the script ends in the middle of its keys";
    }

    private static Optional<Argument> time(RedisCall call) {
        boolean second = call.is("EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT", "SETEX", "PSETEX", "RESTORE");
        if (second && call.arguments().size() > 1) {
            return Optional.of(call.arguments().get(1));
        }
        for (int at = 1; at + 1 < call.arguments().size(); at++) {
            if (call.is("SET", "GETEX") && call.argument(at).matches("(?i)EX|PX|EXAT|PXAT")) {
                return Optional.of(call.arguments().get(at + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isBounded(Argument time) {
        return time.usesAny("math.max", "math.abs", "or", "compare", "present");
    }

    /** True when the script compares the variable with anything: what it was set to then is not followed. */
    private static boolean isCompared(Way way, Argument time) {
        String variable = time.text().replaceFirst("^tostring\\((.*)\\)$", "$1").strip();
        if (!variable.matches("\\w+")) {
            return false;
        }
        String name = "(?<![\\w.])" + variable + "(?!\\w)";
        String sign = "\\s*(?:[<>]=?|[=~]=)\\s*";
        String sql = way.source().sql();
        return Pattern.compile(name + sign + "|" + sign + name).matcher(sql).find();
    }
}
