package dev.stairway.operate.health;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Redis: https://redis.io/docs/latest/commands/info/ */
final class RedisHealth {

    /** Commands of the engine and of a backup, each with words that harm nobody. */
    private static final List<List<String>> NEEDED = List.of(
            List.of("SET", "stairway:any", "1"),
            List.of("HSET", "stairway:any", "a", "1"),
            List.of("EVAL", "return 1", "0"),
            List.of("SCAN", "0"),
            List.of("DUMP", "stairway:any"),
            List.of("RESTORE", "stairway:any", "0", "x"));

    private final RedisConnection connection;
    private final HealthLimits limits;
    private final Map<String, String> info = new HashMap<>();

    RedisHealth(RedisConnection connection, HealthLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    List<Check> checks() {
        String text = new String((byte[]) connection.call("INFO"), StandardCharsets.UTF_8);
        text.lines()
                .filter(line -> line.indexOf(':') > 0)
                .forEach(line -> info.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()));
        return List.of(role(), privileges(), memory(), disk(), lock(), replication());
    }

    private Check role() {
        return info.getOrDefault("role", "").equals("master")
                ? Check.ok("role of the server", "master")
                : Check.failed("role of the server", "a replica, which takes no writes", "Name the master");
    }

    /** Asks without doing, as of Redis 7.0: https://redis.io/docs/latest/commands/acl-dryrun/ */
    private Check privileges() {
        if (!(answer("ACL", "WHOAMI") instanceof byte[] user)) {
            return Check.skipped("privileges", "this user may not ask for its rights");
        }
        List<String> refused = new ArrayList<>();
        for (List<String> command : NEEDED) {
            List<String> question = new ArrayList<>(List.of("ACL", "DRYRUN", new String(user, StandardCharsets.UTF_8)));
            question.addAll(command);
            Object answer = answer(question.toArray(String[]::new));
            if (answer instanceof RedisError) {
                return Check.skipped("privileges", "the server does not tell what this user may do");
            }
            if (!"OK".equals(answer)) {
                refused.add(command.get(0));
            }
        }
        return Check.none("privileges", refused, "ACL SETUSER this user with these commands and all keys");
    }

    private Check memory() {
        long used = number("used_memory");
        long most = number("maxmemory");
        String seen = used / 1048576 + " MiB used of " + (most == 0 ? "no limit" : most / 1048576 + " MiB");
        if (most > 0 && used > most * 0.9) {
            return Check.failed("memory", seen, "Raise maxmemory: a migration that copies keys needs both for a while");
        }
        return most > 0 && !info.getOrDefault("maxmemory_policy", "noeviction").equals("noeviction")
                ? Check.warning("memory", seen + ", " + info.get("maxmemory_policy"), "Keys may be evicted meanwhile")
                : Check.ok("memory", seen);
    }

    private Check disk() {
        boolean loading = !info.getOrDefault("loading", "0").equals("0");
        boolean saved = info.getOrDefault("rdb_last_bgsave_status", "ok").equals("ok")
                && info.getOrDefault("aof_last_write_status", "ok").equals("ok");
        if (loading) {
            return Check.failed("persistence", "the server still loads its data", "Wait until it is up");
        }
        return saved
                ? Check.ok("persistence", "the last save went well")
                : Check.failed("persistence", "the last save failed", "Look at the server's log; its disk may be full");
    }

    private Check lock() {
        Object left = answer("PTTL", "{stairway}:lock");
        return left instanceof Long millis && millis > 0
                ? Check.failed(
                        "lock of the engine",
                        "another run has it",
                        "Wait for it; the lock of a run that was killed ends by itself, here in " + millis + " ms")
                : Check.ok("lock of the engine", "free");
    }

    private Check replication() {
        long own = number("master_repl_offset");
        List<String> late = new ArrayList<>();
        info.forEach((name, value) -> {
            if (name.matches("slave\\d+")) {
                long behind = own - Long.parseLong(value.replaceFirst(".*offset=(\\d+).*", "$1"));
                if (behind > limits.lagBytes()) {
                    late.add(name + " " + behind + " bytes behind");
                }
            }
        });
        return late.isEmpty()
                ? Check.ok("replication", info.getOrDefault("connected_slaves", "0") + " replicas")
                : Check.failed("replication", String.join("; ", late), "Let them catch up");
    }

    private long number(String field) {
        return Long.parseLong(info.getOrDefault(field, "0"));
    }

    private Object answer(String... command) {
        return connection
                .pipeline(List.<byte[][]>of(RedisConnection.bytes(command)))
                .get(0);
    }
}
