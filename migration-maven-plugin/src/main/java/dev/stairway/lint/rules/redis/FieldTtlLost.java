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
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A hash copied without the expiry of its fields. */
public final class FieldTtlLost implements LintRule {

    private static final Facts FACTS = Facts.of("R20", "field-ttl-lost", Severity.WARNING)
            .about("redis", "redis-cluster")
            .catches("a hash copied field by field, without the expiry of its fields")
            .when(
                    "On Redis 7.4 and newer all fields that HGETALL gave are written into a hash with HSET: as they are, or in any"
                            + " way where a migration uses HEXPIRE or its like. Quiet where the script reads or sets HTTL or"
                            + " HPEXPIRE itself, and for RENAMENX and COPY.")
            .effect(
                    "Fields that were to end live as long as the key; HSET takes the expiry away even from a field that stays"
                            + " in its place.")
            .instead(
                    "RENAMENX or COPY, which take fields with their expiry along; or HPTTL before and HPEXPIRE after each HSET")
            .see(
                    "https://redis.io/docs/latest/commands/hpexpire/",
                    "https://redis.io/docs/latest/develop/data-types/hashes/#field-expiration")
            .provenBy(Proof.LOSES_DATA);

    private static final int MAJOR = 7;
    private static final int MINOR = 4;
    private static final Pattern USED = Pattern.compile("\\b(HP?EXPIRE|HP?EXPIREAT|HSETEX|HGETEX)\\b");
    private static final String[] KEEPS = {
        "HTTL", "HPTTL", "HEXPIRETIME", "HPEXPIRETIME", "HEXPIRE", "HPEXPIRE", "HEXPIREAT", "HPEXPIREAT", "HSETEX"
    };

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        boolean keeps = way.calls().stream().anyMatch(call -> call.is(KEEPS));
        if (keeps || !script.targets().anyFrom(MAJOR, MINOR)) {
            return;
        }
        boolean used = USED.matcher(script.migration().migration().text().toUpperCase(Locale.ROOT))
                .find();
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            if (call.is("HSET", "HMSET")
                    && rewrites(way, call, used)
                    && told.add(call.arguments().get(0).resolved())) {
                Argument key = call.arguments().get(0);
                way.remark(
                        remarks,
                        call,
                        key,
                        call.command() + " writes fields into " + key.text()
                                + " without the expiry that each may have had",
                        FACTS.instead());
            }
        }
    }

    private static boolean rewrites(Way way, RedisCall call, boolean used) {
        return call.arguments().stream()
                .skip(1)
                .filter(value -> used || value.usesAny("unpack"))
                .flatMap(way::sources)
                .anyMatch(read -> read.is("HGETALL"));
    }
}
