package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Loop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A loop in a script that goes on for long, or for ever. */
public final class LuaLongLoop implements LintRule {

    private static final Facts FACTS = Facts.of("R09", "lua-long-loop", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("a loop inside a script that runs for long")
            .when(
                    "A loop of a Lua script goes round more than 10000 times by its own numbers (nested loops are multiplied),"
                            + " has no end, goes on until a list, queue or number in the database says so, or until SCAN is through,"
                            + " or goes over the answer of KEYS or the like. Quiet for loops over the table KEYS, which the engine"
                            + " keeps short, and for HSCAN, SSCAN and ZSCAN.")
            .effect(
                    "A script runs alone: from its first command to its last all clients wait, and after five seconds they"
                            + " get BUSY. Once it has written, only the end of the server stops it.")
            .instead(
                    "Work on a bounded number per call: '-- stairway: keys <pattern>' hands over keys in batches that fit"
                            + " into 5 ms; a queue is emptied by a migration in Java, batch after batch")
            .see(
                    "https://redis.io/docs/latest/develop/programmability/eval-intro/",
                    "https://redis.io/docs/latest/commands/script-kill/")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES, Proof.FAILS);

    private static final int USUAL = 10_000;
    private static final Pattern NUMBER = Pattern.compile("(?<![@\\w])\\d{1,15}\\b");
    private static final String[] SIZES = {
        "LLEN",
        "SCARD",
        "HLEN",
        "ZCARD",
        "XLEN",
        "DBSIZE",
        "SCAN",
        "GET",
        "LPOP",
        "RPOP",
        "SPOP",
        "RPOPLPUSH",
        "LMOVE",
        "ZPOPMIN",
        "ZPOPMAX",
        "EXISTS",
        "RANDOMKEY",
        "HGET",
        "STRLEN",
        "LINDEX",
        "SRANDMEMBER",
        "ZCOUNT"
    };

    private static final String[] POPS = {"LPOP", "RPOP", "SPOP", "RPOPLPUSH", "LMOVE", "ZPOPMIN", "ZPOPMAX"};

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way.both(script).forEach(way -> look(way, script.setting().limit(FACTS, USUAL), remarks));
    }

    private static void look(Way way, int most, Remarks remarks) {
        Look look = Look.at(way, most);
        for (Loop loop : way.said().loops()) {
            String reason = look.reason(loop);
            if (!reason.isEmpty()) {
                remarks.at(
                        way.view().migration(),
                        way.source(),
                        loop.offset(),
                        loop.over().text(),
                        reason,
                        FACTS.instead());
            }
        }
    }

    /**
     * What is known of the loops of a script.
     *
     * @param most how often a loop may go round
     * @param times how often each goes round with the loops around it, by its offset; of those with calls in them
     * @param popping offsets of those that take elements out of something
     */
    private record Look(Way way, int most, Map<Integer, Long> times, Set<Integer> popping) {

        static Look at(Way way, int most) {
            Map<Integer, Long> times = new HashMap<>();
            Set<Integer> popping = new HashSet<>();
            for (RedisCall call : way.calls()) {
                List<Loop> loops = call.loops();
                if (!loops.isEmpty()) {
                    times.putIfAbsent(loops.get(loops.size() - 1).offset(), product(loops));
                }
                if (call.is(POPS)) {
                    loops.forEach(loop -> popping.add(loop.offset()));
                }
            }
            return new Look(way, most, times, popping);
        }

        String reason(Loop loop) {
            return switch (loop.kind()) {
                case FOR_NUMBERS -> numbers(loop);
                case WHILE, REPEAT -> condition(loop);
                case FOR_IN ->
                    everything(way, loop)
                            ? "This loop goes over all that there is, however much that is: "
                                    + loop.over().text()
                            : "";
            };
        }

        private String numbers(Loop loop) {
            long rounds = loop.times() <= 0 ? loop.times() : times.getOrDefault(loop.offset(), loop.times());
            if (rounds > most) {
                return "This loop goes round " + rounds + " times in one call";
            }
            boolean bounded = loop.over().usesAny("math.min");
            return loop.times() < 0 && !bounded && (unbounded(way, loop) || everything(way, loop))
                    ? "How often this loop goes round is up to the data: "
                            + loop.over().text()
                    : "";
        }

        private String condition(Loop loop) {
            boolean constant =
                    loop.over().names().isEmpty() && loop.over().replies().isEmpty();
            if (constant && !loop.leaves() && forEver(loop)) {
                return "This loop has no end";
            }
            boolean counted =
                    loop.over().usesAny("compare") && loop.over().text().matches("(?s).*[<>].*[1-9].*");
            if (counted) {
                return largest(loop) > most ? "This loop goes round up to " + largest(loop) + " times in one call" : "";
            }
            boolean pops = constant && loop.leaves() && popping.contains(loop.offset());
            return pops || unbounded(way, loop) ? "This loop goes on until the data says so" + said(loop) : "";
        }
    }

    private static long product(List<Loop> loops) {
        double times = 1;
        for (Loop loop : loops) {
            times *= Math.max(1, loop.times());
        }
        return (long) Math.min(times, Long.MAX_VALUE);
    }

    private static long largest(Loop loop) {
        return NUMBER.matcher(loop.over().resolved())
                .results()
                .mapToLong(number -> Long.parseLong(number.group()))
                .max()
                .orElse(0);
    }

    private static String said(Loop loop) {
        return loop.over().text().equals("true") ? "" : ": " + loop.over().text();
    }

    /** {@code repeat until true} goes round once. */
    private static boolean forEver(Loop loop) {
        boolean met = !List.of("false", "nil").contains(loop.over().resolved());
        return met == (loop.kind() == Loop.Kind.WHILE);
    }

    private static boolean unbounded(Way way, Loop loop) {
        return way.sources(loop.over()).anyMatch(source -> source.is(SIZES) && !ofOneRecord(way, source));
    }

    /** True when it goes over the answer of a command that gives all there is. */
    private static boolean everything(Way way, Loop loop) {
        return way.sources(loop.over()).anyMatch(source -> KeysCommand.unbounded(way, source));
    }

    private static boolean ofOneRecord(Way way, RedisCall source) {
        return !source.arguments().isEmpty() && way.many(source.arguments().get(0));
    }
}
