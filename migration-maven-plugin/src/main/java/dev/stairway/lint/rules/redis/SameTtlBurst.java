package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Many keys that all end at the same moment. */
public final class SameTtlBurst implements LintRule {

    private static final Facts FACTS = Facts.of("R18", "same-ttl-burst", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("the same expiry for many keys at once")
            .when(
                    "EXPIRE, EXPIREAT, SETEX or SET with EX gives every key of a loop the same number. Quiet where a part of"
                            + " it differs from key to key, or comes from the key's own expiry, for a loop over a few names, and for keys that the script removes itself.")
            .effect(
                    "All keys end in the same second: removing them takes the server's time, and whatever fills them again,"
                            + " a cache or a login, is asked for all of them at once.")
            .instead("Spread it: 3600 + math.random(600) in place of 3600, or keep each key's own expiry with PTTL")
            .see("https://redis.io/docs/latest/commands/expire/#how-redis-expires-keys");

    /** So many keys that end together hurt nobody. */
    private static final int FEW = 20;

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            String end = end(call);
            if (!end.isEmpty()
                    && many(way, call)
                    && told.add(call.arguments().get(0).resolved())) {
                Argument key = call.arguments().get(0);
                way.remark(
                        remarks,
                        call,
                        key,
                        "Every key of this loop ends " + end + ", all of them at once",
                        FACTS.instead());
            }
        }
    }

    private static boolean many(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        boolean named = key.handedOver() && way.header().keys().isPresent() && !way.batched();
        return !key.literal()
                && !named
                && !way.sends(key, "DEL", "UNLINK")
                && !call.loops().isEmpty()
                && call.loops().stream().allMatch(loop -> loop.times() < 0 || loop.times() > FEW);
    }

    private static String end(RedisCall call) {
        if (call.arguments().size() < 2) {
            return "";
        }
        return switch (call.command()) {
            case "EXPIRE", "SETEX" -> known(call.argument(1), " s after it was changed");
            case "PEXPIRE", "PSETEX" -> known(call.argument(1), " ms after it was changed");
            case "EXPIREAT", "PEXPIREAT" -> moment(call.argument(1));
            case "SET", "GETEX" -> option(call);
            default -> "";
        };
    }

    private static String option(RedisCall call) {
        List<Argument> all = call.arguments();
        for (int at = 1; at + 1 < all.size(); at++) {
            String word = call.argument(at);
            switch (word.toUpperCase(Locale.ROOT)) {
                case "EX" -> {
                    return known(call.argument(at + 1), " s after it was changed");
                }
                case "PX" -> {
                    return known(call.argument(at + 1), " ms after it was changed");
                }
                case "EXAT", "PXAT" -> {
                    return moment(call.argument(at + 1));
                }
                default -> {
                    // A value, or another option.
                }
            }
        }
        return "";
    }

    private static String moment(String number) {
        return known(number, "").isEmpty() ? "" : "at " + number;
    }

    private static String known(String number, String unit) {
        return number.matches("\\d+") ? number + unit : "";
    }
}
