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

/** A lock taken by hand that locks nothing, or for ever. */
public final class NoLock implements LintRule {

    private static final Facts FACTS = Facts.of("R13", "no-lock", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("a lock taken by hand that locks nothing, or never ends")
            .when(
                    "A key whose name says lock or mutex is set without NX; or with SETNX or SET NX in a file of commands, where"
                            + " nobody looks at the answer, or in a script without an expiry. The engine holds a lock of its own during every"
                            + " step, so no migration needs one.")
            .effect(
                    "In a file of commands the next command runs whether the lock was free or not. Without an expiry a run that"
                            + " is killed leaves the lock behind, and whoever waits for it waits for ever.")
            .instead(
                    "Leave it out: the engine lets one run at a time in, and its lock ends by itself 30 s after a run was"
                            + " killed; against the application use SET <lock> <token> NX PX 30000 in a Lua script and look at the"
                            + " answer")
            .see("https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/")
            .provenBy(Proof.REPEAT_DIFFERS);

    private static final Set<String> LOCKS = Set.of("lock", "locks", "mutex", "semaphore", "locked");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        for (RedisCall call : way.calls()) {
            if (locks(call)) {
                Argument key = call.arguments().get(0);
                String what = blind(call)
                        ? call.command() + " takes " + key.text() + " whether somebody else has it or not"
                        : way.lua() ? endless(way, call, key) : unseen(call, key);
                if (!what.isEmpty()) {
                    way.remark(remarks, call, key, what, FACTS.instead());
                }
            }
        }
    }

    private static boolean locks(RedisCall call) {
        return call.is("SETNX", "SET", "SETEX", "PSETEX")
                && !call.arguments().isEmpty()
                && Keys.speaksOf(call.arguments().get(0).prefix(), LOCKS);
    }

    /** True for a command that overwrites the lock of somebody else. */
    private static boolean blind(RedisCall call) {
        return !call.is("SETNX") && !call.says("NX") && !call.says("XX");
    }

    private static String unseen(RedisCall call, Argument key) {
        return "Nobody looks whether " + call.command() + " got " + key.text() + ", so it keeps nobody away";
    }

    private static String endless(Way way, RedisCall call, Argument key) {
        boolean ends = Expiry.given(way, call) || way.sends(key, "DEL", "UNLINK");
        return ends ? "" : "The lock " + key.text() + " has no expiry: it stays when the run is killed";
    }
}
