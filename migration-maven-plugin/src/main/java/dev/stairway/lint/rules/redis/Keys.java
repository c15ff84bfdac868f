package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which arguments of a command are keys: https://redis.io/docs/latest/develop/reference/key-specs/ */
final class Keys {

    private static final Set<String> NONE = Set.of(
            "ACL",
            "AUTH",
            "BGREWRITEAOF",
            "BGSAVE",
            "CLIENT",
            "CLUSTER",
            "COMMAND",
            "CONFIG",
            "DBSIZE",
            "DEBUG",
            "DISCARD",
            "ECHO",
            "EXEC",
            "FAILOVER",
            "FLUSHALL",
            "FLUSHDB",
            "FUNCTION",
            "HELLO",
            "INFO",
            "KEYS",
            "LASTSAVE",
            "LATENCY",
            "LOLWUT",
            "MODULE",
            "MONITOR",
            "MULTI",
            "PING",
            "PUBLISH",
            "PUBSUB",
            "RANDOMKEY",
            "REPLICAOF",
            "RESET",
            "ROLE",
            "SAVE",
            "SCAN",
            "SCRIPT",
            "SELECT",
            "SHUTDOWN",
            "SLAVEOF",
            "SLOWLOG",
            "SWAPDB",
            "TIME",
            "UNWATCH",
            "WAIT",
            "WAITAOF",
            "");
    private static final Set<String> ALL = Set.of(
            "DEL",
            "UNLINK",
            "EXISTS",
            "TOUCH",
            "MGET",
            "SINTER",
            "SINTERSTORE",
            "SUNION",
            "SUNIONSTORE",
            "SDIFF",
            "SDIFFSTORE",
            "PFCOUNT",
            "PFMERGE",
            "WATCH");
    private static final Set<String> TWO = Set.of(
            "RENAME",
            "RENAMENX",
            "COPY",
            "SMOVE",
            "RPOPLPUSH",
            "BRPOPLPUSH",
            "LMOVE",
            "BLMOVE",
            "GEOSEARCHSTORE",
            "ZRANGESTORE",
            "LCS");
    private static final Set<String> BEHIND_A_WORD = Set.of("OBJECT", "XGROUP", "XINFO", "MEMORY", "BITOP");
    private static final Set<String> COUNTED =
            Set.of("ZUNION", "ZINTER", "ZDIFF", "SINTERCARD", "ZINTERCARD", "LMPOP", "ZMPOP");
    private static final Set<String> COUNTED_BEHIND_ONE = Set.of(
            "ZUNIONSTORE",
            "ZINTERSTORE",
            "ZDIFFSTORE",
            "EVAL",
            "EVAL_RO",
            "EVALSHA",
            "EVALSHA_RO",
            "FCALL",
            "FCALL_RO");
    private static final Pattern TAG = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> SETTINGS = Set.of(
            "cfg",
            "config",
            "configs",
            "configuration",
            "conf",
            "setting",
            "settings",
            "flag",
            "flags",
            "feature",
            "features",
            "toggle",
            "toggles",
            "option",
            "options",
            "meta",
            "metadata",
            "schema",
            "version",
            "versions",
            "info",
            "migration",
            "migrations",
            "marker",
            "release",
            "limits");

    /** Words for collections that grow with the data. */
    private static final Set<String> LARGE = Set.of(
            "all",
            "list",
            "lists",
            "set",
            "sets",
            "zset",
            "hash",
            "hashes",
            "queue",
            "queues",
            "feed",
            "feeds",
            "timeline",
            "timelines",
            "leaderboard",
            "leaderboards",
            "ranking",
            "rankings",
            "scores",
            "index",
            "idx",
            "stream",
            "streams",
            "events",
            "log",
            "logs",
            "history",
            "followers",
            "following",
            "members",
            "visits",
            "visitors",
            "inbox",
            "jobs",
            "backlog",
            "graph",
            "friends",
            "messages",
            "notifications",
            "geo",
            "archive",
            "users",
            "sessions",
            "orders",
            "items",
            "products",
            "customers",
            "carts",
            "ids",
            "entries",
            "records",
            "tasks",
            "subscribers");

    private static final Pattern VERY_LARGE = Pattern.compile("(^|[^a-z])(big|huge|large)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("(^|[:{._-])[0-9a-f-]*\\d[0-9a-f-]*($|[:}._-])");

    private Keys() {}

    static List<Argument> of(RedisCall call) {
        List<Argument> all = call.arguments();
        if (NONE.contains(call.command()) || all.isEmpty()) {
            return List.of();
        }
        if (ALL.contains(call.command())) {
            return all;
        }
        if (call.is("MSET", "MSETNX")) {
            return everySecond(all);
        }
        if (TWO.contains(call.command())) {
            return all.subList(0, Math.min(2, all.size()));
        }
        if (BEHIND_A_WORD.contains(call.command())) {
            return call.is("BITOP") ? all.subList(1, all.size()) : all.subList(1, Math.min(2, all.size()));
        }
        if (COUNTED.contains(call.command())) {
            return counted(call, 0, List.of());
        }
        if (COUNTED_BEHIND_ONE.contains(call.command())) {
            return counted(call, 1, call.command().startsWith("Z") ? all.subList(0, 1) : List.of());
        }
        return all.subList(0, 1);
    }

    private static List<Argument> everySecond(List<Argument> all) {
        List<Argument> keys = new ArrayList<>();
        for (int at = 0; at < all.size(); at += 2) {
            keys.add(all.get(at));
        }
        return keys;
    }

    private static List<Argument> counted(RedisCall call, int at, List<Argument> before) {
        List<Argument> keys = new ArrayList<>(before);
        String number = call.argument(at);
        int count = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        int end = Math.min(at + 1 + count, call.arguments().size());
        for (int i = at + 1; i < end; i++) {
            keys.add(call.arguments().get(i));
        }
        return keys;
    }

    /** The hash tag of a name: {@code 123} of <code>session:{123}</code>; empty where it has none. */
    static String tag(String name) {
        Matcher tag = TAG.matcher(name);
        return tag.find() ? tag.group(1) : "";
    }

    /** True when a part of the name is one of these words. */
    static boolean speaksOf(String name, Set<String> words) {
        for (String part : name.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (words.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** True for a name that says it is a collection that grows with the data, and not one of many. */
    static boolean collection(String name) {
        boolean named = VERY_LARGE.matcher(name).find() || speaksOf(name, LARGE);
        return named && (!numbered(name) || VERY_LARGE.matcher(name).find());
    }

    /** True for one of many: {@code user:17}. */
    static boolean numbered(String name) {
        return NUMBERED.matcher(name).find();
    }

    /** True for a key of which there is one, with settings or marks in it, that stays small. */
    static boolean settings(Argument key) {
        return key.literal() && speaksOf(key.text(), SETTINGS);
    }
}
