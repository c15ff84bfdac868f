package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.List;
import java.util.Set;

/** Keys of several slots in one command. */
public final class CrossSlot implements LintRule {

    private static final Facts FACTS = Facts.of("R06", "cross-slot", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("keys of several slots in one command")
            .when(
                    "A command has several keys, and no part in braces is the same in all of them. Without a cluster among the"
                            + " databases only commands that join keys, such as MSET, SUNIONSTORE or RPOPLPUSH, are looked at, and"
                            + " moves of keys (RENAMENX, COPY) where hash tags show that a cluster is meant.")
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
    private static final Set<String> MOVE = Set.of("RENAME", "RENAMENX", "COPY");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        boolean cluster = script.targets().product().endsWith("-cluster");
        for (RedisCall call : way.calls()) {
            List<Argument> keys = Keys.of(call);
            if (keys.size() > 1 && concerns(call, keys, cluster) && apart(way, keys)) {
                remark(way, call, keys, remarks);
            }
        }
    }

    private static boolean concerns(RedisCall call, List<Argument> keys, boolean cluster) {
        if (cluster || JOIN.contains(call.command())) {
            return true;
        }
        return MOVE.contains(call.command())
                && keys.stream().anyMatch(key -> !Keys.tag(key.prefix()).isEmpty());
    }

    /** True when it is certain, or nothing is there to prevent it, that they are in different slots. */
    private static boolean apart(Way way, List<Argument> keys) {
        Argument first = keys.get(0);
        return keys.stream().skip(1).anyMatch(key -> !Way.same(first, key) && !together(way, first, key));
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
        return Keys.tag(key.handedOver() ? way.header().keys().orElse("") : key.prefix());
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
        Argument other =
                keys.stream().filter(key -> !Way.same(one, key)).findFirst().orElse(one);
        way.remark(
                remarks,
                call,
                other,
                call.command() + " has " + one.text() + " and " + other.text()
                        + " in one command, which have no hash tag in common",
                FACTS.instead());
    }
}
