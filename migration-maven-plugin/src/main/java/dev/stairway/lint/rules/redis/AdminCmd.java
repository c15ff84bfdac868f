package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A command about the server and not about data. */
public final class AdminCmd implements LintRule {

    private static final Facts FACTS = Facts.of("R16", "admin-cmd", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("a command that changes the whole server")
            .when(
                    "CONFIG SET, CONFIG REWRITE, DEBUG, SCRIPT FLUSH, FUNCTION FLUSH, SHUTDOWN, SAVE, REPLICAOF, ACL SETUSER,"
                            + " CLIENT KILL or PAUSE, CLUSTER, MODULE and the like, on the way up or back. Quiet for those that only"
                            + " tell, such as CONFIG GET.")
            .effect(
                    "It changes what every application on this server meets, no way back undoes it, a managed service refuses it,"
                            + " and the next start of the server may have forgotten it.")
            .instead(
                    "Settings, users and modules belong into the configuration of the server; keys are what a migration is for")
            .see(
                    "https://redis.io/docs/latest/commands/config-set/",
                    "https://redis.io/docs/latest/commands/debug/",
                    "https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/")
            .provenBy(Proof.FAILS, Proof.ROLLBACK_BROKEN);

    private static final Set<String> ALWAYS = Set.of(
            "DEBUG",
            "SHUTDOWN",
            "SAVE",
            "BGSAVE",
            "BGREWRITEAOF",
            "REPLICAOF",
            "SLAVEOF",
            "FAILOVER",
            "MONITOR",
            "PSYNC",
            "SYNC",
            "REPLCONF");
    private static final Map<String, Set<String>> SUBS = Map.of(
            "CONFIG", Set.of("SET", "REWRITE", "RESETSTAT"),
            "SCRIPT", Set.of("FLUSH", "KILL", "DEBUG"),
            "FUNCTION", Set.of("FLUSH", "KILL"),
            "ACL", Set.of("SETUSER", "DELUSER", "LOAD", "SAVE"),
            "CLIENT", Set.of("KILL", "PAUSE", "UNPAUSE", "NO-EVICT"),
            "MODULE", Set.of("LOAD", "LOADEX", "UNLOAD"),
            "MEMORY", Set.of("PURGE"),
            "SLOWLOG", Set.of("RESET"),
            "LATENCY", Set.of("RESET"),
            "CLUSTER",
                    Set.of(
                            "ADDSLOTS",
                            "ADDSLOTSRANGE",
                            "DELSLOTS",
                            "DELSLOTSRANGE",
                            "FAILOVER",
                            "FLUSHSLOTS",
                            "FORGET",
                            "MEET",
                            "REPLICATE",
                            "RESET",
                            "SETSLOT",
                            "SAVECONFIG",
                            "SET-CONFIG-EPOCH",
                            "BUMPEPOCH",
                            "MIGRATION"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        for (Way way : Way.both(script)) {
            way.calls().stream().filter(AdminCmd::admin).forEach(call -> {
                String name = name(call);
                way.remark(
                        remarks,
                        call,
                        Argument.of(name),
                        name + " changes the server for everybody on it, and no way back undoes that",
                        FACTS.instead());
            });
        }
    }

    private static boolean admin(RedisCall call) {
        return ALWAYS.contains(call.command())
                || SUBS.getOrDefault(call.command(), Set.of()).contains(sub(call));
    }

    private static String sub(RedisCall call) {
        return call.argument(0).toUpperCase(Locale.ROOT);
    }

    /** With what it sets, but never with the value, which may be a password. */
    private static String name(RedisCall call) {
        if (!SUBS.containsKey(call.command())) {
            return call.command();
        }
        String set = call.command().equals("CONFIG") ? call.argument(1) : "";
        return (call.command() + " " + sub(call) + " " + set).strip();
    }
}
