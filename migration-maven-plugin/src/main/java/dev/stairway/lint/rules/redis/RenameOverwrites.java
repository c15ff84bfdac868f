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

/** A key moved onto a name that may be taken. */
public final class RenameOverwrites implements LintRule {

    private static final Facts FACTS = Facts.of("R03", "rename-overwrites", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("a key moved onto a name that may be taken")
            .when(
                    "RENAME, or COPY or RESTORE with REPLACE on the way up; and in a script, the removal of a key after COPY"
                            + " without REPLACE that does not depend on its answer. Quiet where the script looks first whether the new name is"
                            + " taken, and where it has built the value itself under another name to put it in place in one go.")
            .effect("What is under the new name is deleted without a word: a session that the new release has written"
                    + " meanwhile, or the first of two keys that get the same name. A large value is freed while all"
                    + " clients wait.")
            .instead(
                    "RENAMENX, or COPY without REPLACE and UNLINK of the old key only when COPY answered 1: neither touches a name"
                            + " that is taken")
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
            Set<String> told = new HashSet<>();
            Set<String> built = new HashSet<>();
            boolean forward = way.source().equals(up.source());
            for (RedisCall call : way.calls()) {
                boolean copies = forward && call.is("COPY") && call.says("REPLACE");
                if (forward && call.is("RESTORE") && call.says("REPLACE") && restores(way, call)) {
                    restored(way, call, remarks);
                }
                if ((call.is("RENAME") || copies)
                        && call.arguments().size() > 1
                        && !built.contains(call.arguments().get(0).resolved())
                        && !way.asksFirst(call, call.arguments().get(1))
                        && !way.isNew(call.arguments().get(1))
                        && told.add(names(call))) {
                    remark(way, call, remarks);
                }
                UncheckedCopy.before(way, call).ifPresent(copy -> removed(way, call, copy, remarks));
                built.add(built(call));
            }
        }
    }

    /** True when what is put there is not what was there. */
    private static boolean restores(Way way, RedisCall call) {
        Argument to = call.arguments().get(0);
        return !way.asksFirst(call, to) && !way.isNew(to) && !way.sends(to, "DUMP");
    }

    private static void restored(Way way, RedisCall call, Remarks remarks) {
        String to = call.arguments().get(0).text();
        way.remark(
                remarks,
                call,
                call.arguments().get(0),
                "RESTORE with REPLACE deletes what is already under " + to,
                "RESTORE " + to + " without REPLACE, which fails when the name is taken");
    }

    private static void removed(Way way, RedisCall call, RedisCall copy, Remarks remarks) {
        String from = copy.arguments().get(0).text();
        String to = copy.arguments().get(1).text();
        way.remark(
                remarks,
                call,
                copy.arguments().get(0),
                call.command() + " destroys " + from + " also where COPY answered 0, because " + to
                        + " was taken and nothing was copied",
                "if redis.call('COPY', " + from + ", " + to + ") == 1 then redis.call('UNLINK', " + from + ") end");
    }

    private static String names(RedisCall call) {
        return call.arguments().get(0).resolved()
                + ' '
                + call.arguments().get(1).resolved();
    }

    /** The key that a call builds; COPY builds the second of its two. */
    private static String built(RedisCall call) {
        int at = call.is("COPY") ? 1 : 0;
        return BUILD.contains(call.command()) && call.arguments().size() > at
                ? call.arguments().get(at).resolved()
                : "";
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
