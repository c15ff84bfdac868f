package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.redis.call.RedisCall.Loop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A small collection that becomes a large one in memory. */
public final class EncodingJump implements LintRule {

    private static final Facts FACTS = Facts.of("R19", "encoding-jump", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("small collections that outgrow their compact form")
            .when(
                    "A value of more than 64 bytes, or a text that by its name may be long, goes into each of many hashes; more than"
                            + " 128 elements are added at once or in a loop; or one hash gets an element of every key that is"
                            + " handed over. Quiet for a single hash with a long value, and for names of settings.")
            .effect(
                    "Redis keeps small collections as one block of memory. With the first element over the limit the whole of it"
                            + " is turned into a table, which takes several times the memory, and never goes back.")
            .instead(
                    "Keep large values in keys of their own, and split one large hash into many small ones by a part of the"
                            + " name; the limits are hash-max-listpack-entries, hash-max-listpack-value and their like")
            .see("https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/");

    private static final int LONGEST = 64;
    private static final int MOST = 128;
    private static final Set<String> TEXTS = Set.of(
            "text",
            "body",
            "description",
            "descr",
            "desc",
            "content",
            "html",
            "markdown",
            "bio",
            "comment",
            "note",
            "notes",
            "message",
            "payload",
            "json",
            "document",
            "blob",
            "summary",
            "details",
            "address",
            "xml");
    private static final Set<String> COLLECTIONS = Set.of("HSET", "HMSET", "HSETNX", "ZADD", "SADD");
    private static final Set<String> HASHES = Set.of("HSET", "HMSET", "HSETNX");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            String what =
                    COLLECTIONS.contains(call.command()) && call.arguments().size() > 2 ? what(way, call) : "";
            if (!what.isEmpty() && told.add(call.arguments().get(0).resolved())) {
                way.remark(remarks, call, call.arguments().get(0), what, FACTS.instead());
            }
        }
    }

    private static String what(Way way, RedisCall call) {
        Argument collection = call.arguments().get(0);
        if (Keys.settings(collection)) {
            return "";
        }
        String key = collection.text();
        List<Argument> elements = call.arguments().subList(1, call.arguments().size());
        if (longOnes(way, call, elements)) {
            return "A value in " + key + " may have more than " + LONGEST
                    + " bytes, so all of it leaves its compact form";
        }
        long added = call.is("SADD") ? elements.size() : elements.size() / 2;
        if (added > MOST || added * rounds(call) > MOST) {
            return key + " gets more than " + MOST + " elements at once, so it leaves its compact form";
        }
        boolean gathers = HASHES.contains(call.command())
                && way.batched()
                && collection.literal()
                && elements.get(0).ofKeys();
        return gathers ? key + " gets an element of every key, so it leaves its compact form soon" : "";
    }

    /** One of many hashes gets a text that is long, or may be by the name of its field or of where it comes from. */
    private static boolean longOnes(Way way, RedisCall call, List<Argument> elements) {
        Argument key = call.arguments().get(0);
        boolean oneOfMany = way.many(key) || key.literal() && Keys.numbered(key.text());
        if (!oneOfMany || call.is("SADD")) {
            return false;
        }
        for (int at = 0; at + 1 < elements.size(); at += 2) {
            Argument value = elements.get(call.is("ZADD") ? at : at + 1);
            boolean known = value.literal() && value.text().length() > LONGEST;
            if (known || text(way, call, elements.get(at), value)) {
                return true;
            }
        }
        return false;
    }

    /** A whole string from another key that people call a text, for a record that is there already. */
    private static boolean text(Way way, RedisCall call, Argument field, Argument value) {
        boolean whole = value.resolved().matches("(?s)\\(*(?:.* and )?reply \\d+\\)*") || value.usesAny("cjson.encode");
        return whole
                && !call.is("ZADD")
                && call.arguments().get(0).handedOver()
                && way.sources(value)
                        .filter(read -> read.is("GET", "GETDEL", "GETEX", "JSON.GET", "HGETALL", "LRANGE"))
                        .anyMatch(read -> field.literal() && Keys.speaksOf(field.text(), TEXTS)
                                || Keys.speaksOf(way.names(read.arguments().get(0)), TEXTS));
    }

    /** How often it is sent for one and the same key, as far as numbers say so. */
    private static long rounds(RedisCall call) {
        boolean oneKey =
                call.arguments().get(0).literal() || call.arguments().get(0).handedOver();
        boolean same = call.arguments().size() > 1 && call.arguments().get(1).literal() && !call.is("ZADD");
        boolean counted = !call.loops().isEmpty()
                && call.loops().get(call.loops().size() - 1).kind() == Loop.Kind.FOR_NUMBERS;
        return oneKey && counted && !same
                ? Math.max(1, call.loops().get(call.loops().size() - 1).times())
                : 1;
    }
}
