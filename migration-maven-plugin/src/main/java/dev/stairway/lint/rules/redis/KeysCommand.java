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
import java.util.Locale;
import java.util.stream.IntStream;

/** All keys, or all elements of a collection that grows with the data, in one command. */
public final class KeysCommand implements LintRule {

    private static final Facts FACTS = Facts.of("R01", "keys-command", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("all keys, or a whole growing collection, in one command")
            .when("KEYS is sent; or SMEMBERS, HGETALL, LRANGE 0 -1, ZRANGE 0 -1, XRANGE - + or the like on a collection"
                    + " of which there is one, so that it grows with the data, or of which each grows, as its name (followers,"
                    + " inbox, queue) or a comment that speaks of millions says. Quiet for records of which there are many small"
                    + " ones; for names of settings and flags; for keys of this release, or that a migration has filled with a few"
                    + " elements; and where the script asks for the size first.")
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
        } else if (largeSteps(call)) {
            way.remark(
                    remarks,
                    call,
                    call.arguments().get(0),
                    call.command() + " looks at so many in one step that all clients wait for it",
                    call.command() + " with COUNT 1000 or less");
        } else if (unbounded(way, call)) {
            Argument key = Keys.of(call).get(0);
            way.remark(
                    remarks,
                    call,
                    key,
                    call.command() + " takes all of " + key.text() + " at once, however much that is by now",
                    "Read " + key.text() + " in parts: " + inParts(call));
        }
    }

    private static String inParts(RedisCall call) {
        return switch (call.command().charAt(0)) {
            case 'H' -> "HSCAN";
            case 'L' -> "LRANGE with bounds";
            case 'X' -> "XRANGE with COUNT";
            case 'Z' -> "ZSCAN, or ZRANGE with bounds";
            default -> call.command().startsWith("SORT") ? "SORT with LIMIT" : "SSCAN";
        };
    }

    /** True for a command whose answer is as long as the data is large. */
    static boolean unbounded(Way way, RedisCall call) {
        return call.is("KEYS")
                || whole(call)
                        && !Keys.of(call).isEmpty()
                        && grows(way, call, Keys.of(call).get(0));
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
            case "LRANGE" -> bounds(call, "0", "-1") || many(call, 2);
            case "ZRANGE", "ZREVRANGE" -> bounds(call, "0", "-1") || all(call) || many(call, 2);
            case "SRANDMEMBER", "SPOP", "HRANDFIELD", "ZRANDMEMBER", "LPOP", "RPOP" -> many(call, 1);
            case "ZRANGEBYSCORE", "ZREVRANGEBYSCORE", "ZRANGEBYLEX", "ZREVRANGEBYLEX" -> all(call);
            case "XRANGE", "XREVRANGE" -> all(call) && !call.says("COUNT");
            case "SORT", "SORT_RO" -> unlimited(call) && !call.says("STORE");
            case "SUNION", "SINTER", "SDIFF", "ZUNION", "ZINTER", "ZDIFF" -> true;
            default -> false;
        };
    }

    /** A number so large that it stands for all there is. @param at place of the number */
    private static boolean many(RedisCall call, int at) {
        return call.argument(at).matches("-?\\d{6,15}");
    }

    /** SCAN and its like that are told to look at so much in one go. */
    private static boolean largeSteps(RedisCall call) {
        List<Argument> all = call.arguments();
        return call.is("SCAN", "SSCAN", "HSCAN", "ZSCAN")
                && IntStream.range(0, all.size() - 1)
                        .filter(at -> call.argument(at).equalsIgnoreCase("COUNT"))
                        .anyMatch(at -> many(call, at + 1));
    }

    /** Every score, every word, or every entry of a stream, in either direction. */
    private static boolean all(RedisCall call) {
        boolean everything = List.of("-inf", "-").contains(call.argument(1).toLowerCase(Locale.ROOT))
                        && List.of("+inf", "inf", "+").contains(call.argument(2).toLowerCase(Locale.ROOT))
                || List.of("-inf", "-").contains(call.argument(2).toLowerCase(Locale.ROOT))
                        && List.of("+inf", "inf", "+").contains(call.argument(1).toLowerCase(Locale.ROOT));
        return everything && unlimited(call);
    }

    private static boolean bounds(RedisCall call, String from, String to) {
        return call.argument(1).equalsIgnoreCase(from) && call.argument(2).equalsIgnoreCase(to);
    }

    private static boolean unlimited(RedisCall call) {
        return !call.says("LIMIT");
    }

    /** One key for the whole application, in contrast to one of many. */
    private static boolean grows(Way way, RedisCall call, Argument key) {
        boolean record = call.command().startsWith("H");
        if (Keys.settings(key) || way.isNew(key) || isSmall(way, key) || way.asksFirst(call, key, SIZES)) {
            return false;
        }
        if (way.many(key)) {
            return !record && (Keys.collection(way.names(key)) || Spoken.ofMillions(way.source()));
        }
        if (record && key.literal() && !Keys.collection(key.text()) && !severalOf(key.text())) {
            return false;
        }
        boolean one = key.literal() || key.handedOver() && !declaresOneRecord(way, record);
        return one && !(key.ofKeys() && record && way.header().keys().isEmpty());
    }

    /** Filled by elements that stand in a migration, and by its name none that grows with the data. */
    private static boolean isSmall(Way way, Argument key) {
        return key.literal() && way.view().made().small().contains(key.text()) && !Keys.collection(key.text());
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
