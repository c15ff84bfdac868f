package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.HashSet;
import java.util.Set;

/** New keys that by their name should end one day, and never do. */
public final class NoTtlNewKeys implements LintRule {

    private static final Facts FACTS = Facts.of("R17", "no-ttl-new-keys", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("new sessions, tokens or cache entries without an expiry")
            .when(
                    "A key whose name says session, token, otp, tmp and the like, or cache where there are many of them, is written"
                            + " without EX, PX, KEEPTTL or EXPIRE. Quiet where the value was there before, which is the matter of"
                            + " ttl-lost.")
            .effect("Nothing ever removes them, so memory grows until the server evicts keys or refuses writes.")
            .instead("SET <key> <value> EX <seconds>, or EXPIRE behind HSET, RPUSH and the like")
            .see(
                    "https://redis.io/docs/latest/commands/expire/",
                    "https://redis.io/docs/latest/develop/reference/eviction/");

    private static final Set<String> WRITES =
            Set.of("SET", "SETNX", "HSET", "HMSET", "SADD", "ZADD", "RPUSH", "LPUSH", "JSON.SET");
    /** Words for what is there for a while. */
    static final Set<String> SHORT = Set.of(
            "session",
            "sessions",
            "sess",
            "token",
            "tokens",
            "otp",
            "tmp",
            "temp",
            "ratelimit",
            "throttle",
            "nonce",
            "captcha");

    private static final Set<String> CACHES = Set.of("cache", "cached", "caches");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            if (WRITES.contains(call.command()) && call.arguments().size() > 1) {
                Argument key = call.arguments().get(0);
                if (told.add(key.resolved()) && immortal(way, call)) {
                    way.remark(
                            remarks,
                            call,
                            key,
                            "By its name " + key.text() + " is there for a while, but it gets no expiry",
                            FACTS.instead());
                }
            }
        }
    }

    private static boolean immortal(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        boolean inPlace = key.handedOver() && !call.is("SET");
        if (inPlace || key.handedOver() || Keys.settings(key) || Expiry.kept(way, call) || TtlLost.loses(way, call)) {
            return false;
        }
        boolean changed = way.with(key).stream()
                .anyMatch(other -> way.place(other) < way.place(call) && !WRITES.contains(other.command()));
        boolean many = !call.loops().isEmpty() && !key.literal();
        return !changed
                && !copied(way, call)
                && (Keys.speaksOf(key.prefix(), SHORT) || many && Keys.speaksOf(key.prefix(), CACHES));
    }

    /** A name that RENAME or COPY has given has the expiry of the old one. */
    private static boolean copied(Way way, RedisCall call) {
        return way.with(call.arguments().get(0)).stream().anyMatch(other -> other.is("COPY", "RENAME", "RENAMENX"));
    }
}
