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
import java.util.List;
import java.util.Set;

/** A script that looks for its keys itself. */
public final class LuaUndeclaredKeys implements LintRule {

    private static final Facts FACTS = Facts.of("R08", "lua-undeclared-keys", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("a script that finds its keys itself")
            .when(
                    "A Lua script walks over all keys with SCAN, or works on keys whose names it has read from the database or"
                            + " from ARGV, which the engine leaves empty. With a cluster among the databases, or spoken of in a"
                            + " comment, also keys that the script names itself. Quiet for names made of a key that was handed over.")
            .effect(
                    "On a cluster such a key is on another server, and the call fails or finds a part of the keys; and one"
                            + " call that goes over all keys keeps all clients waiting until it is done.")
            .instead(
                    "Declare '-- stairway: keys <pattern>' at the top and work on KEYS: the engine finds the keys on every"
                            + " server and hands them over in batches")
            .see(
                    "https://redis.io/docs/latest/develop/programmability/eval-intro/#script-parameterization",
                    "https://redis.io/docs/latest/commands/scan/")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER, Proof.BLOCKS_WRITES);

    private static final String[] LISTS = {
        "KEYS",
        "SCAN",
        "SSCAN",
        "HSCAN",
        "ZSCAN",
        "SMEMBERS",
        "HKEYS",
        "HVALS",
        "HGETALL",
        "LRANGE",
        "ZRANGE",
        "SPOP",
        "SRANDMEMBER",
        "ZRANGEBYSCORE",
        "ZREVRANGE",
        "HRANDFIELD",
        "RPOP",
        "LPOP"
    };

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        boolean cluster = script.targets().product().endsWith("-cluster") || Spoken.ofCluster(script.source());
        Way.both(script).stream().filter(Way::lua).forEach(way -> look(way, cluster, remarks));
    }

    private static void look(Way way, boolean cluster, Remarks remarks) {
        Set<String> told = new HashSet<>();
        boolean scans = false;
        for (RedisCall call : way.calls()) {
            if (call.is("SCAN") && !scans) {
                scans = true;
                way.remark(
                        remarks,
                        call,
                        Argument.of("SCAN"),
                        "This script looks for its keys itself, and all clients wait until it has been over all of them",
                        FACTS.instead());
            }
            for (Argument key : Keys.of(call)) {
                String reason = reason(way, key, cluster);
                if (!reason.isEmpty() && told.add(reason + Repeats.writes(call) + key.resolved())) {
                    way.remark(
                            remarks,
                            call,
                            key,
                            call.command() + " works on " + key.text() + ", " + reason,
                            FACTS.instead());
                }
            }
        }
    }

    private static String reason(Way way, Argument key, boolean cluster) {
        if (key.names().contains("ARGV")) {
            return "a name from ARGV, which the engine leaves empty";
        }
        List<RedisCall> sources = way.sources(key).toList();
        if (!key.ofKeys() && sources.stream().anyMatch(source -> source.is(LISTS) && listed(way, source))) {
            return "a name that it has read from the database";
        }
        return cluster && key.literal() && !declared(way, key) ? "a name that the header does not declare" : "";
    }

    /** Elements of a record that was handed over belong to it; those of a list that the script names do not. */
    private static boolean listed(Way way, RedisCall source) {
        return source.is("SCAN", "KEYS") || !way.many(source.arguments().get(0));
    }

    private static boolean declared(Way way, Argument key) {
        return List.of(way.header().keys().orElse("").split("\\s+")).contains(key.text());
    }
}
