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

/** A value that is read and written by commands of their own. */
public final class NonAtomicRmw implements LintRule {

    private static final Facts FACTS = Facts.of("R07", "non-atomic-rmw", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("a value read and written by separate commands")
            .when(
                    "A file of commands reads a key and later writes the same key, without WATCH before it. Scripts in Lua are"
                            + " one step for all clients, so nothing is said of them.")
            .effect(
                    "Between the two any client may write: the later command overwrites that with a value that was worked"
                            + " out from an older one.")
            .instead("A Lua script that reads and writes in one call; or one command that does both, such as INCRBY,"
                    + " HINCRBY or SET with NX")
            .see(
                    "https://redis.io/docs/latest/develop/using-commands/transactions/",
                    "https://redis.io/docs/latest/develop/programmability/eval-intro/")
            .provenBy(Proof.LOSES_DATA);

    private static final Set<String> READS = Set.of(
            "GET",
            "MGET",
            "STRLEN",
            "HGET",
            "HGETALL",
            "HMGET",
            "LRANGE",
            "LINDEX",
            "SMEMBERS",
            "ZRANGE",
            "ZSCORE",
            "JSON.GET",
            "DUMP");
    private static final Set<String> WRITES = Set.of(
            "SET", "SETEX", "PSETEX", "GETSET", "MSET", "HSET", "HMSET", "LSET", "ZADD", "JSON.SET", "RESTORE", "DEL");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        if (way.lua()) {
            return;
        }
        Map<String, RedisCall> read = new HashMap<>();
        Set<String> watched = new HashSet<>();
        for (RedisCall call : way.calls()) {
            for (Argument key : Keys.of(call)) {
                look(way, call, key, read, watched, remarks);
            }
        }
    }

    private static void look(
            Way way, RedisCall call, Argument key, Map<String, RedisCall> read, Set<String> watched, Remarks remarks) {
        if (call.is("WATCH")) {
            watched.add(key.text());
        } else if (READS.contains(call.command())) {
            read.putIfAbsent(key.text(), call);
        } else if (WRITES.contains(call.command()) && !watched.contains(key.text())) {
            RedisCall before = read.remove(key.text());
            if (before != null) {
                way.remark(
                        remarks,
                        call,
                        key,
                        call.command() + " overwrites whatever has been written to " + key.text() + " since "
                                + before.command() + " read it",
                        FACTS.instead());
            }
        }
    }
}
