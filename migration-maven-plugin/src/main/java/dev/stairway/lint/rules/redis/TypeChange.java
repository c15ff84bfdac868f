package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Another type of value under the same name. */
public final class TypeChange implements LintRule {

    private static final Facts FACTS = Facts.of("R11", "type-change", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("another type of value under the same name")
            .when("A way reads a key with the commands of one type and writes it with those of another, itself or by"
                    + " renaming what it has built onto it; or SET replaces what TYPE says is none. Quiet when the new"
                    + " value gets another name, and for keys of this release.")
            .effect(
                    "The old release, which is still at work, gets WRONGTYPE for every such key; so does the new one for keys"
                            + " that are not converted yet.")
            .instead(
                    "Write the new value under a new name, and let the new release look under both; remove the old keys"
                            + " when nobody reads them any more")
            .see("https://redis.io/docs/latest/develop/data-types/", "https://redis.io/docs/latest/commands/type/")
            .provenBy(Proof.QUERY_SUFFERS, Proof.FAILS);

    private static final Set<String> WRITES = Set.of(
            "SET", "SETEX", "PSETEX", "HSET", "HMSET", "HSETNX", "RPUSH", "LPUSH", "SADD", "ZADD", "XADD", "JSON.SET");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way.both(script).forEach(way -> look(way, remarks));
    }

    private static void look(Way way, Remarks remarks) {
        Map<String, String> kinds = way.back() ? new HashMap<>() : known(way);
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            if (call.arguments().isEmpty()) {
                continue;
            }
            Argument key = target(call);
            String now = kind(call, kinds);
            String before = before(call, key, kinds, way);
            if (!now.isEmpty()
                    && !before.isEmpty()
                    && !now.equals(before)
                    && changes(call)
                    && !way.isNew(key)
                    && told.add(key.resolved())) {
                remark(way, call, key, before, now, remarks);
            }
            if (!now.isEmpty()) {
                kinds.putIfAbsent(key.resolved(), now);
            }
        }
    }

    /** What earlier migrations have written. */
    private static Map<String, String> known(Way way) {
        Map<String, String> kinds = new HashMap<>();
        way.view()
                .made()
                .wrote()
                .forEach((name, command) -> Kinds.of(command).ifPresent(kind -> kinds.put(name, kind)));
        return kinds;
    }

    private static boolean changes(RedisCall call) {
        return WRITES.contains(call.command()) || renames(call);
    }

    private static boolean renames(RedisCall call) {
        return call.is("RENAME", "RENAMENX") && call.arguments().size() > 1;
    }

    private static Argument target(RedisCall call) {
        return call.arguments().get(renames(call) ? 1 : 0);
    }

    private static String kind(RedisCall call, Map<String, String> kinds) {
        return renames(call)
                ? kinds.getOrDefault(call.arguments().get(0).resolved(), "")
                : Kinds.of(call).orElse("");
    }

    /** What it was until now: by the commands before, or by what TYPE was asked for. */
    private static String before(RedisCall call, Argument key, Map<String, String> kinds, Way way) {
        String known = kinds.getOrDefault(key.resolved(), "");
        return known.isEmpty() && changes(call) ? Kinds.asked(way, call, key) : known;
    }

    private static void remark(Way way, RedisCall call, Argument key, String before, String now, Remarks remarks) {
        way.remark(
                remarks,
                call,
                key,
                key.text() + " is a " + before + " until now and a " + now + " from here on, under the same name",
                FACTS.instead());
    }
}
