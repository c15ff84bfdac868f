package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.sql.SqlStatement;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A hash copied without the expiry of its fields. */
public final class FieldTtlLost implements LintRule {

    private static final Facts FACTS = Facts.of("R20", "field-ttl-lost", Severity.WARNING)
            .about("redis", "redis-cluster")
            .catches("a hash copied field by field, without the expiry of its fields")
            .when(
                    "On Redis 7.4 and newer all fields that HGETALL gave are written into a hash with HSET; or, where the migration"
                            + " uses HEXPIRE or speaks of fields that expire, a field is written that was read. Quiet where the script reads or sets HTTL or"
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
    private static final Pattern USED = Pattern.compile(
            "\\b(?:HP?EXPIRE(?:AT)?|HSETEX|HGETEX)\\b|\\bfields?\\b.{0,60}\\b(?:expir\\w*|ttls?|end by themselves)"
                    + "|\\b(?:expir\\w*|ttls?) of (?:\\w+ ){0,2}fields?\\b|\\bfield (?:expir\\w*|ttls?)",
            Pattern.CASE_INSENSITIVE);
    private static final String[] KEEPS = {
        "HTTL", "HPTTL", "HEXPIRETIME", "HPEXPIRETIME", "HEXPIRE", "HPEXPIRE", "HEXPIREAT", "HPEXPIREAT", "HSETEX"
    };

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        if (script.targets().anyFrom(MAJOR, MINOR)) {
            boolean used = script.migration().said().up().stream().anyMatch(FieldTtlLost::speaksOfIt)
                    || script.migration().said().down().stream().anyMatch(FieldTtlLost::speaksOfIt);
            Way.both(script).forEach(way -> look(way, used, remarks));
        }
    }

    private static boolean speaksOfIt(SqlStatement source) {
        return USED.matcher(source.sql()).find();
    }

    private static void look(Way way, boolean used, Remarks remarks) {
        if (way.calls().stream().anyMatch(call -> call.is(KEEPS))) {
            return;
        }
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
        return used && (overwrites(way, call) || walks(way, call))
                || call.arguments().stream()
                        .skip(1)
                        .filter(value -> used || value.usesAny("unpack"))
                        .flatMap(way::sources)
                        .anyMatch(read -> read.is("HGETALL"));
    }

    /** Its fields come from a cursor over the hash. */
    private static boolean walks(Way way, RedisCall call) {
        return call.arguments().stream().skip(1).flatMap(way::sources).anyMatch(read -> read.is("HSCAN"));
    }

    /** A field is written that was read from the same hash. */
    private static boolean overwrites(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        for (int at = 1; at < call.arguments().size(); at += 2) {
            Argument field = call.arguments().get(at);
            boolean read = way.with(key).stream()
                    .filter(other -> other.is("HGET", "HMGET"))
                    .anyMatch(other -> other.arguments().stream().skip(1).anyMatch(one -> Way.same(one, field)));
            if (read && !field.text().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
