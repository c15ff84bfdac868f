package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Map;

/** All keys, or all elements of a collection that grows with the data, in one command. */
public final class KeysCommand implements LintRule {

    private static final Facts FACTS = Facts.of("R01", "keys-command", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("all keys, or a whole growing collection, in one command")
            .when("KEYS is sent; or SMEMBERS, HGETALL, LRANGE 0 -1, ZRANGE 0 -1, XRANGE - + or the like on a collection"
                    + " of which there is one, so that it grows with the data. Quiet for records of which there are many"
                    + " small ones, such as each of the keys that the engine hands over; for names of settings and"
                    + " flags; and where the script asks for the size first.")
            .effect("The server works on one command at a time: all clients wait until every key or element has been"
                    + " gone over and copied into one answer.")
            .instead(
                    "Let the engine find the keys by SCAN with a line '-- stairway: keys <pattern>' at the top and go over"
                            + " KEYS; read collections in parts with SSCAN, HSCAN, ZSCAN, or LRANGE and XRANGE with bounds")
            .see(
                    "https://redis.io/docs/latest/commands/keys/",
                    "https://redis.io/docs/latest/commands/smembers/",
                    "https://redis.io/docs/latest/commands/hgetall/")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    private static final Map<String, String> IN_PARTS = Map.of(
            "SMEMBERS",
            "SSCAN",
            "HGETALL",
            "HSCAN",
            "HKEYS",
            "HSCAN",
            "HVALS",
            "HSCAN",
            "LRANGE",
            "LRANGE with bounds",
            "ZRANGE",
            "ZSCAN",
            "ZREVRANGE",
            "ZSCAN",
            "ZRANGEBYSCORE",
            "ZSCAN",
            "XRANGE",
            "XRANGE with COUNT",
            "SORT",
            "SORT with LIMIT");
    private static final String[] SIZES = {"SCARD", "HLEN", "LLEN", "ZCARD", "XLEN", "MEMORY", "ZCOUNT"};

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        for (Way way : Way.both(script)) {
            way.calls().forEach(call -> look(way, call, remarks));
        }
    }

    private void look(Way way, RedisCall call, Remarks remarks) {
        if (call.is("KEYS")) {
            keys(way, call, remarks);
        } else if (whole(call) && grows(way, call, call.arguments().get(0))) {
            Argument key = call.arguments().get(0);
            String part = IN_PARTS.get(call.command());
            way.remark(
                    remarks,
                    call,
                    key,
                    call.command() + " takes all of " + key.text() + " at once, however much that is by now",
                    "Read " + key.text() + " in parts: " + part);
        }
    }

    private void keys(Way way, RedisCall call, Remarks remarks) {
        String pattern = call.argument(0);
        Argument object =
                call.arguments().isEmpty() ? Argument.of("") : call.arguments().get(0);
        String header = pattern.isEmpty() ? "<pattern>" : pattern;
        way.remark(
                remarks,
                call,
                object,
                "KEYS" + (pattern.isEmpty() ? "" : " " + pattern)
                        + " goes over every key of the server while all clients wait",
                "Write '-- stairway: keys " + header + "' at the top of a Lua script and go over KEYS:"
                        + " the engine finds the keys by SCAN and hands them over in batches");
    }

    /** True for a command that answers with everything there is. */
    private static boolean whole(RedisCall call) {
        if (call.arguments().isEmpty()) {
            return false;
        }
        return switch (call.command()) {
            case "SMEMBERS", "HGETALL", "HKEYS", "HVALS" -> true;
            case "LRANGE" -> bounds(call, "0", "-1");
            case "ZRANGE", "ZREVRANGE" -> bounds(call, "0", "-1") || bounds(call, "-inf", "+inf") && unlimited(call);
            case "ZRANGEBYSCORE" -> bounds(call, "-inf", "+inf") && unlimited(call);
            case "XRANGE" -> bounds(call, "-", "+") && !call.says("COUNT");
            case "SORT" -> unlimited(call);
            default -> false;
        };
    }

    private static boolean bounds(RedisCall call, String from, String to) {
        return call.argument(1).equalsIgnoreCase(from) && call.argument(2).equalsIgnoreCase(to);
    }

    private static boolean unlimited(RedisCall call) {
        return !call.says("LIMIT");
    }

    /** One key for the whole application, in contrast to one of many. */
    private static boolean grows(Way way, RedisCall call, Argument key) {
        if (way.many(key) || Keys.settings(key) || way.asksFirst(call, key, SIZES)) {
            return false;
        }
        boolean record = call.command().startsWith("H");
        if (record && key.literal() && !Keys.collection(key.text()) && !severalOf(key.text())) {
            return false;
        }
        boolean one = key.literal() || key.handedOver() && !declaresOneRecord(way, record);
        return one && !(key.ofKeys() && record && way.header().keys().isEmpty());
    }

    /** {@code stats:prices} holds more with every price. */
    private static boolean severalOf(String name) {
        return !Keys.numbered(name) && name.matches(".*[^s]s");
    }

    /** A hash whose name is declared without a wildcard is most often a record, unless its name says more. */
    private static boolean declaresOneRecord(Way way, boolean record) {
        return record && way.header().keys().isPresent();
    }
}
