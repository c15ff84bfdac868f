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
import java.util.Set;

/** A value written anew without the moment at which its key was to end. */
public final class TtlLost implements LintRule {

    private static final Facts FACTS = Facts.of("R04", "ttl-lost", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("a key written anew without its expiry")
            .when(
                    "A value that was read from a key is written with SET without KEEPTTL, EX or PX, with RESTORE and ttl 0,"
                            + " or as a new hash, list, set or sorted set; a key that is handed over, or that an earlier"
                            + " migration gave an expiry, is overwritten, or loses its expiry by PERSIST. Quiet where the script reads PTTL or sets an expiry, where the header declares"
                            + " 'ttl changed', where a hash or list is changed in place, for names of settings, for keys of this release,"
                            + " and for PERSIST on the way back where the way up asks TTL before it gives an expiry, and a comment"
                            + " beside PERSIST says that the keys had no expiry before. Also where a time that TTL or PTTL gave is passed"
                            + " on, and the script does not look whether it is -1, the answer for a key without an expiry.")
            .effect("Keys that were to end live for ever: sessions never log out, caches never renew, and memory grows"
                    + " until the server refuses writes. With -1, PEXPIRE deletes the key, SET and RESTORE fail.")
            .instead("SET <key> <value> KEEPTTL on the same key; for a new one local ttl = redis.call('PTTL', key) and"
                    + " then SET ... PX ttl or PEXPIRE when it is greater than 0; RENAMENX and COPY keep the expiry")
            .see(
                    "https://redis.io/docs/latest/commands/set/",
                    "https://redis.io/docs/latest/commands/expire/",
                    "https://redis.io/docs/latest/commands/restore/")
            .provenBy(Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        for (Way way : Way.both(script)) {
            Set<String> told = new HashSet<>();
            for (RedisCall call : way.calls()) {
                UncheckedTtl.in(way, call).ifPresent(time -> unchecked(way, call, time, remarks));
                if (loses(way, call) && told.add(call.arguments().get(0).resolved())) {
                    remark(way, call, remarks);
                }
            }
        }
    }

    private static void unchecked(Way way, RedisCall call, Argument time, Remarks remarks) {
        String key = call.arguments().get(0).text();
        way.remark(
                remarks,
                call,
                call.arguments().get(0),
                time.text() + " is -1 where the key that it was read from has no expiry: " + call.command() + " of "
                        + key + " with it " + UncheckedTtl.effect(call),
                "if ttl > 0 then ... end around it, and the same without an expiry where it is -1");
    }

    /** True when the key that this call writes lives for ever from then on, though the value did not. */
    static boolean loses(Way way, RedisCall call) {
        return !call.arguments().isEmpty() && rewrites(way, call) && !Expiry.kept(way, call);
    }

    private static boolean rewrites(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        if (call.is("PERSIST")) {
            boolean brief = key.literal() && Keys.speaksOf(key.text(), NoTtlNewKeys.SHORT);
            return brief || key.handedOver() && way.batched() && !takesBack(way);
        }
        if (call.is("RESTORE")) {
            return call.argument(1).equals("0") && !way.isNew(key);
        }
        if (call.is("SET", "GETSET")
                && key.literal()
                && !way.back()
                && !call.says("NX")
                && way.view().made().ending().contains(key.text())) {
            return true;
        }
        return call.is("SET", "GETSET", "SETNX", "JSON.SET")
                ? Rewrite.string(way, call)
                : Rewrite.collection(way, call);
    }

    /** True on the way back of an expiry, where a comment in it says that the keys had none before. */
    private static boolean takesBack(Way way) {
        return way.back() && Way.up(way.view()).gives() && Spoken.ofNoExpiry(way.source());
    }

    private static void remark(Way way, RedisCall call, Remarks remarks) {
        String key = call.arguments().get(0).text();
        way.remark(remarks, call, call.arguments().get(0), what(call, key), instead(call, key));
    }

    private static String what(RedisCall call, String key) {
        return switch (call.command()) {
            case "PERSIST" -> "PERSIST takes the expiry of " + key + " away, and no way back can know it";
            case "RESTORE" -> "RESTORE with ttl 0 makes " + key + " live for ever, whatever expiry the value had";
            default -> call.command() + " writes " + key + " without the expiry that the value had until now";
        };
    }

    private static String instead(RedisCall call, String key) {
        return switch (call.command()) {
            case "PERSIST" -> "Leave the expiry as it is, or declare 'ttl changed' in the mapping";
            case "RESTORE" ->
                "local ttl = redis.call('PTTL', <old key>) and RESTORE " + key + " with ttl when it is greater than 0";
            case "SET" ->
                "SET " + key + " <value> KEEPTTL where the key stays the same; else read PTTL of the old key"
                        + " and SET " + key + " <value> PX ttl when it is greater than 0";
            default ->
                "local ttl = redis.call('PTTL', <old key>), and redis.call('PEXPIRE', " + key
                        + ", ttl) when it is greater than 0; RENAMENX and COPY take the expiry along by themselves";
        };
    }
}
