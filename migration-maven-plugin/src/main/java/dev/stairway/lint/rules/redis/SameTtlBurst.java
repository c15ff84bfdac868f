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
import java.util.Set;

/** Many keys that all end at the same moment. */
public final class SameTtlBurst implements LintRule {

    private static final Facts FACTS = Facts.of("R18", "same-ttl-burst", Severity.INFO)
            .about(Way.PRODUCTS)
            .catches("the same expiry for many keys at once")
            .when(
                    "EXPIRE, SETEX or SET with EX gives every key of a loop the same number. Quiet where a part of it differs from"
                            + " key to key, or comes from the key's own expiry.")
            .effect(
                    "All keys end in the same second: removing them takes the server's time, and whatever fills them again,"
                            + " a cache or a login, is asked for all of them at once.")
            .instead("Spread it: 3600 + math.random(600) in place of 3600, or keep each key's own expiry with PTTL")
            .see("https://redis.io/docs/latest/commands/expire/#how-redis-expires-keys");

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
                        "Every key of this loop ends " + end + " after it was changed, all of them at once",
                        FACTS.instead());
            }
        }
    }

    private static boolean many(Way way, RedisCall call) {
        boolean ownExpiry = way.asked(call).anyMatch(asked -> asked.is("TTL", "PTTL"));
        return !call.arguments().get(0).literal() && !call.loops().isEmpty() && !ownExpiry;
    }

    private static String end(RedisCall call) {
        if (call.arguments().size() < 2) {
            return "";
        }
        return switch (call.command()) {
            case "EXPIRE", "SETEX" -> known(call.argument(1), " s");
            case "PEXPIRE", "PSETEX" -> known(call.argument(1), " ms");
            case "SET", "GETEX" -> option(call);
            default -> "";
        };
    }

    private static String option(RedisCall call) {
        List<Argument> all = call.arguments();
        for (int at = 1; at + 1 < all.size(); at++) {
            String word = call.argument(at);
            if (word.equalsIgnoreCase("EX") || word.equalsIgnoreCase("PX")) {
                return known(call.argument(at + 1), word.equalsIgnoreCase("EX") ? " s" : " ms");
            }
        }
        return "";
    }

    private static String known(String number, String unit) {
        return number.matches("\\d+") ? number + unit : "";
    }
}
