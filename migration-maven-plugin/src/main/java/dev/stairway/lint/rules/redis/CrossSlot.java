package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys of several slots in one command. */
public final class CrossSlot implements LintRule {

    private static final Facts FACTS = Facts.of("R06", "cross-slot", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("keys of several slots in one command")
            .when(
                    "A command, a transaction or the call of a script has several keys, and no part in braces is the same in all"
                            + " of them, on the way up or back. Without a cluster among the databases only commands that join keys,"
                            + " such as MSET, SUNIONSTORE or RPOPLPUSH, moves of keys (RENAMENX, COPY) and transactions are looked at,"
                            + " and only where hash tags, or a comment that speaks of a cluster, show that one is meant.")
            .effect(
                    "One server does it; a cluster answers CROSSSLOT, and the migration fails in production after it passed"
                            + " everywhere else.")
            .instead(
                    "Give the keys of one command a hash tag in common: session:{123} and session:v2:{123}; otherwise send"
                            + " a command per key")
            .see("https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    private static final Set<String> JOIN = Set.of(
            "MSET",
            "MSETNX",
            "MGET",
            "SUNIONSTORE",
            "SINTERSTORE",
            "SDIFFSTORE",
            "SUNION",
            "SINTER",
            "SDIFF",
            "SMOVE",
            "ZUNIONSTORE",
            "ZINTERSTORE",
            "ZDIFFSTORE",
            "ZUNION",
            "ZINTER",
            "ZDIFF",
            "ZRANGESTORE",
            "RPOPLPUSH",
            "LMOVE",
            "BITOP",
            "PFMERGE",
            "GEOSEARCHSTORE",
            "LCS",
            "SINTERCARD",
            "ZINTERCARD");
    private static final int MOST = 1_000;
    private static final Set<String> MOVE = Set.of("RENAME", "RENAMENX", "COPY");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        boolean cluster = script.targets().product().endsWith("-cluster") || Spoken.ofCluster(script.source());
        Way.both(script).forEach(way -> {
            calls(way, cluster, remarks);
            transactions(way, cluster, remarks);
            declared(way, cluster, remarks);
        });
    }

    private static void calls(Way way, boolean cluster, Remarks remarks) {
        boolean tags =
                way.calls().stream().flatMap(call -> Keys.of(call).stream()).anyMatch(CrossSlot::tagged);
        for (RedisCall call : way.calls()) {
            List<Argument> keys = Keys.of(call);
            if (keys.size() > 1 && concerns(call, keys, cluster, tags) && apart(way, keys)) {
                remark(way, call, keys, remarks);
            }
        }
    }

    /** All commands between MULTI and EXEC have to go to one server. */
    private static void transactions(Way way, boolean cluster, Remarks remarks) {
        List<RedisCall> inside = null;
        for (RedisCall call : way.calls()) {
            if (call.is("MULTI")) {
                inside = new ArrayList<>();
            } else if (call.is("EXEC", "DISCARD") && inside != null) {
                together(way, inside, "One transaction works on ", cluster, remarks);
                inside = null;
            } else if (inside != null) {
                inside.add(call);
            }
        }
    }

    /** A script that is called once gets all keys that its header declares. */
    private static void declared(Way way, boolean cluster, Remarks remarks) {
        List<RedisCall> handed = way.calls().stream()
                .filter(call -> Keys.of(call).stream().anyMatch(Argument::handedOver))
                .toList();
        if (way.lua() && !way.batched()) {
            together(way, handed, "One call of the script gets ", cluster, remarks);
        }
    }

    private static void together(Way way, List<RedisCall> calls, String begin, boolean cluster, Remarks remarks) {
        List<Argument> keys = calls.stream()
                .flatMap(call -> Keys.of(call).stream().limit(1))
                .limit(MOST)
                .toList();
        boolean meant = cluster || keys.stream().anyMatch(key -> !tag(way, key).isEmpty());
        if (!keys.isEmpty() && meant && apart(way, keys)) {
            Argument other = other(way, keys);
            String what = begin + keys.get(0).text() + " and " + other.text() + ", which have no hash tag in common";
            way.remark(remarks, calls.get(0), other, what, FACTS.instead());
        }
    }

    private static Argument other(Way way, List<Argument> keys) {
        return keys.stream()
                .filter(key -> apart(way, keys.get(0), key))
                .findFirst()
                .orElse(keys.get(0));
    }

    private static boolean concerns(RedisCall call, List<Argument> keys, boolean cluster, boolean tags) {
        return cluster
                || tags && JOIN.contains(call.command())
                || MOVE.contains(call.command()) && keys.stream().anyMatch(CrossSlot::tagged);
    }

    private static boolean tagged(Argument key) {
        return !Keys.tag(key.prefix()).isEmpty();
    }

    /** True when it is certain, or nothing is there to prevent it, that they are in different slots. */
    private static boolean apart(Way way, List<Argument> keys) {
        Argument first = keys.get(0);
        return keys.stream().skip(1).anyMatch(key -> apart(way, first, key));
    }

    private static boolean apart(Way way, Argument one, Argument other) {
        return !Way.same(one, other) && !together(way, one, other);
    }

    private static boolean together(Way way, Argument one, Argument other) {
        String tag = tag(way, one);
        String second = tag(way, other);
        if (!tag.isEmpty() || !second.isEmpty()) {
            return tag.equals(second) || unknown(one) && tag.isEmpty() || unknown(other) && second.isEmpty();
        }
        return braces(way, one) && braces(way, other);
    }

    /** A key that is only known when it runs may well have the tag of the other. */
    private static boolean unknown(Argument key) {
        return !key.literal() && key.prefix().isEmpty() || key.resolved().contains("{") && !key.literal();
    }

    private static String tag(Way way, Argument key) {
        return Keys.tag(way.names(key));
    }

    /** True for a name whose tag is put together when it runs, or stands in the pattern of a mapping. */
    private static boolean braces(Way way, Argument key) {
        boolean mapped = way.header().mappings().stream()
                .anyMatch(mapping -> mapping.text().matches(".*\\{\\{.*->.*\\{\\{.*"));
        return mapped
                || key.resolved().contains("{")
                || key.handedOver() && way.header().keys().orElse("").contains("{");
    }

    private static void remark(Way way, RedisCall call, List<Argument> keys, Remarks remarks) {
        Argument one = keys.get(0);
        Argument other = other(way, keys);
        way.remark(
                remarks,
                call,
                other,
                call.command() + " has " + one.text() + " and " + other.text()
                        + " in one command, which have no hash tag in common",
                FACTS.instead());
    }
}
