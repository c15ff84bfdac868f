package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Set;

/** A key moved onto a name that may be taken. */
public final class RenameOverwrites implements LintRule {

    private static final Facts FACTS = Facts.of("R03", "rename-overwrites", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("a key moved onto a name that may be taken")
            .when(
                    "RENAME, or COPY with REPLACE on the way up. Quiet where the script looks first whether the new name is"
                            + " taken, and where it has built the value itself under another name to put it in place in one go.")
            .effect("What is under the new name is deleted without a word: a session that the new release has written"
                    + " meanwhile, or the first of two keys that get the same name. A large value is freed while all"
                    + " clients wait.")
            .instead(
                    "RENAMENX, or COPY without REPLACE and then UNLINK of the old key: neither touches a name that is taken")
            .see("https://redis.io/docs/latest/commands/rename/", "https://redis.io/docs/latest/commands/renamenx/")
            .provenBy(Proof.LOSES_DATA);

    private static final Set<String> BUILD = Set.of(
            "SET",
            "HSET",
            "HMSET",
            "SADD",
            "ZADD",
            "RPUSH",
            "LPUSH",
            "XADD",
            "ZUNIONSTORE",
            "ZINTERSTORE",
            "ZDIFFSTORE",
            "SUNIONSTORE",
            "SINTERSTORE",
            "SDIFFSTORE",
            "ZRANGESTORE",
            "BITOP",
            "PFMERGE",
            "COPY",
            "RESTORE",
            "JSON.SET");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way up = Way.up(script);
        for (Way way : Way.both(script)) {
            boolean forward = way.source().equals(up.source());
            for (RedisCall call : way.calls()) {
                boolean copies = forward && call.is("COPY") && call.says("REPLACE");
                if ((call.is("RENAME") || copies) && call.arguments().size() > 1 && !meant(way, call)) {
                    remark(way, call, remarks);
                }
            }
        }
    }

    private static boolean meant(Way way, RedisCall call) {
        Argument from = call.arguments().get(0);
        Argument to = call.arguments().get(1);
        boolean built = way.with(from).stream()
                .filter(other -> way.place(other) < way.place(call))
                .anyMatch(other -> BUILD.contains(other.command()) && !readsFirst(other, from));
        return built || way.asksFirst(call, to);
    }

    /** COPY of the key itself does not build it. */
    private static boolean readsFirst(RedisCall other, Argument key) {
        return other.is("COPY") && Way.same(other.arguments().get(0), key);
    }

    private static void remark(Way way, RedisCall call, Remarks remarks) {
        String from = call.arguments().get(0).text();
        String to = call.arguments().get(1).text();
        String instead = call.is("RENAME")
                ? "RENAMENX " + from + " " + to + ", which leaves a name alone that is taken"
                : "COPY " + from + " " + to + " without REPLACE, which leaves a name alone that is taken";
        way.remark(
                remarks,
                call,
                call.arguments().get(1),
                call.command() + " deletes what is already under " + to + " and puts " + from + " in its place",
                instead);
    }
}
