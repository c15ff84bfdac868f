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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value that is read and written by commands of their own. */
public final class NonAtomicRmw implements LintRule {

    private static final Facts FACTS = Facts.of("R07", "non-atomic-rmw", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("a value read and written by separate commands")
            .when(
                    "A file of commands reads a key and later writes the same key, without WATCH before it; or copies a key and"
                            + " removes it with a command of its own. Scripts in Lua and what stands between MULTI and EXEC are one"
                            + " step for all clients, so nothing is said of them, nor of keys of this release.")
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
            "SET",
            "SETEX",
            "PSETEX",
            "GETSET",
            "MSET",
            "HSET",
            "HMSET",
            "LSET",
            "ZADD",
            "JSON.SET",
            "RESTORE",
            "DEL",
            "UNLINK");

    @Override
    public Facts facts() {
        return FACTS;
    }

    /** What writes into one key what is in others. */
    private static final Set<String> COPIES =
            Set.of("COPY", "SUNIONSTORE", "SDIFFSTORE", "SINTERSTORE", "ZUNIONSTORE", "ZINTERSTORE", "ZRANGESTORE");

    private static final String[] REMOVES = {"DEL", "UNLINK"};

    @Override
    public void redis(RedisView script, Remarks remarks) {
        for (Way way : Way.both(script)) {
            if (!way.lua()) {
                new Look(way, remarks).all();
            }
        }
    }

    /** A file of commands, from its beginning to its end. */
    private static final class Look {

        private final Way way;
        private final Remarks remarks;
        private final Map<String, RedisCall> read = new HashMap<>();
        private final Map<String, RedisCall> copied = new HashMap<>();
        private final Set<String> watched = new HashSet<>();

        Look(Way way, Remarks remarks) {
            this.way = way;
            this.remarks = remarks;
        }

        void all() {
            boolean transaction = false;
            int script = -1;
            for (RedisCall call : way.calls()) {
                if (call.is("EVAL", "EVAL_RO")) {
                    script = call.offset();
                } else if (call.offset() == script) {
                    // What is written in a script is one step.
                    continue;
                } else if (call.is("MULTI")) {
                    transaction = true;
                } else if (call.is("EXEC", "DISCARD")) {
                    transaction = false;
                } else {
                    look(call, transaction);
                }
            }
        }

        private void look(RedisCall call, boolean transaction) {
            List<Argument> keys = Keys.of(call);
            if (!transaction && COPIES.contains(call.command()) && keys.size() > 1) {
                sources(call, keys).forEach(key -> copied.putIfAbsent(key.text(), call));
                return;
            }
            for (Argument key : keys) {
                if (call.is("WATCH")) {
                    watched.add(key.text());
                } else if (READS.contains(call.command()) && !transaction) {
                    read.putIfAbsent(key.text(), call);
                } else if (!watched.contains(key.text()) && !way.isNew(key)) {
                    write(call, key);
                }
            }
        }

        private static List<Argument> sources(RedisCall call, List<Argument> keys) {
            return call.is("COPY") ? keys.subList(0, 1) : keys.subList(1, keys.size());
        }

        private void write(RedisCall call, Argument key) {
            RedisCall before = WRITES.contains(call.command()) ? read.remove(key.text()) : null;
            RedisCall copy = call.is(REMOVES) ? copied.remove(key.text()) : null;
            if (before != null) {
                say(
                        call,
                        key,
                        call.command() + " overwrites whatever has been written to " + key.text() + " since "
                                + before.command() + " read it",
                        FACTS.instead());
            } else if (copy != null) {
                say(
                        call,
                        key,
                        call.command() + " removes with " + key.text() + " whatever has been written to it since "
                                + copy.command() + " copied it",
                        "MULTI before " + copy.command() + " and EXEC behind " + call.command()
                                + "; or RENAMENX, which does both in one");
            }
        }

        private void say(RedisCall call, Argument key, String what, String instead) {
            way.remark(remarks, call, key, what, instead);
        }
    }
}
