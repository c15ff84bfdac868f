package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A collection removed while everybody waits. */
public final class DelBig implements LintRule {

    private static final Facts FACTS = Facts.of("R05", "del-big", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("DEL of a collection that may be large")
            .when(
                    "DEL, on the way up or back, of a key that the script's own commands, TYPE or its name tell to be a list, set,"
                            + " sorted set or stream, of a hash of which there is one, or of every key that is handed over"
                            + " without a look at it; or a range that holds all of it is removed, as by ZREMRANGEBYRANK 0 -1. Quiet for strings, caches, records that were moved, and where the script asks for the"
                            + " size first.")
            .effect("DEL frees the memory of every element before it answers, and all clients wait: about a second for"
                    + " some million elements.")
            .instead("UNLINK: the same, but another thread frees the memory")
            .see("https://redis.io/docs/latest/commands/unlink/", "https://redis.io/docs/latest/commands/del/")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    private static final Set<String> SMALL = Set.of("cache", "tmp", "temp", "lock", "token", "tokens", "otp", "flag");
    private static final String[] SIZES = {"SCARD", "HLEN", "LLEN", "ZCARD", "XLEN", "MEMORY", "STRLEN"};
    private static final String[] MOVES = {
        "RENAME", "RENAMENX", "COPY", "DUMP", "GET", "GETEX", "GETDEL", "HGETALL", "HMGET", "HGET", "EXISTS", "SET"
    };

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way.both(script).forEach(way -> look(way, remarks));
    }

    private static void look(Way way, Remarks remarks) {
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            if (empties(call) && !Keys.of(call).isEmpty()) {
                Argument key = Keys.of(call).get(0);
                if (!way.many(key) && !way.isNew(key) && !Keys.settings(key) && !way.asksFirst(call, key, SIZES)) {
                    way.remark(
                            remarks,
                            call,
                            key,
                            call.command() + " removes every element of " + key.text()
                                    + " before the next client is served",
                            "UNLINK " + key.text() + ", which leaves that to another thread");
                }
            }
            if (call.is("DEL")) {
                call.arguments().stream()
                        .filter(key -> told.add(key.resolved()) && large(way, call, key))
                        .forEach(key -> way.remark(
                                remarks,
                                call,
                                key,
                                "DEL frees every element of " + key.text() + " before the next client is served",
                                "UNLINK " + key.text() + ", which leaves that to another thread"));
            }
        }
    }

    /** The whole of it by a range that holds everything. */
    private static boolean empties(RedisCall call) {
        String from = call.argument(1).toLowerCase(Locale.ROOT);
        String to = call.argument(2).toLowerCase(Locale.ROOT);
        return switch (call.command()) {
            case "ZREMRANGEBYRANK" -> from.equals("0") && to.equals("-1");
            case "ZREMRANGEBYSCORE" -> from.equals("-inf") && (to.equals("+inf") || to.equals("inf"));
            case "ZREMRANGEBYLEX" -> from.equals("-") && to.equals("+");
            case "LTRIM" -> from.equals("1") && to.equals("0") || from.equals("-1") && to.equals("0");
            case "XTRIM" ->
                call.says("MAXLEN")
                        && call.argument(call.arguments().size() - 1).equals("0");
            default -> false;
        };
    }

    private static boolean large(Way way, RedisCall call, Argument key) {
        if (way.asksFirst(call, key, SIZES) || way.isNew(key)) {
            return false;
        }
        Set<String> kinds = Kinds.ofKey(way, call, key);
        if (kinds.contains(Kinds.STRING)) {
            return false;
        }
        boolean hashOfMany = key.ofKeys() && !way.asksFirst(call, key, "TYPE");
        boolean collection =
                kinds.stream().anyMatch(kind -> !kind.equals(Kinds.JSON) && !(kind.equals(Kinds.HASH) && hashOfMany));
        if (collection && way.lua()) {
            return !Keys.settings(key);
        }
        return (kinds.isEmpty() || !way.lua()) && byName(way, key);
    }

    private static boolean byName(Way way, Argument key) {
        if (key.literal()) {
            return Keys.collection(key.text()) && !Keys.speaksOf(key.text(), SMALL);
        }
        String pattern = way.header().keys().orElse("");
        boolean blindly = way.many(key) && key.handedOver() && !way.sends(key, MOVES);
        return blindly && !Keys.speaksOf(pattern, SMALL);
    }
}
