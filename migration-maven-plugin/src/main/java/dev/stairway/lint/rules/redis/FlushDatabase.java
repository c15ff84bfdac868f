package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;

/** A whole database emptied or exchanged. */
public final class FlushDatabase implements LintRule {

    private static final Facts FACTS = Facts.of("R02", "flush-database", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("a whole database emptied or exchanged")
            .when("FLUSHALL, FLUSHDB or SWAPDB is sent, on the way up or back.")
            .effect("Every key is gone, also those of other applications and the engine's own history; SWAPDB puts all"
                    + " clients on other data from one command to the next.")
            .instead("Remove the keys that the migration is about: a Lua script with '-- stairway: keys <pattern>' and"
                    + " redis.call('UNLINK', key)")
            .see(
                    "https://redis.io/docs/latest/commands/flushall/",
                    "https://redis.io/docs/latest/commands/flushdb/",
                    "https://redis.io/docs/latest/commands/swapdb/")
            .provenBy(Proof.LOSES_DATA, Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        for (Way way : Way.both(script)) {
            way.calls().stream()
                    .filter(call -> call.is("FLUSHALL", "FLUSHDB", "SWAPDB"))
                    .forEach(call ->
                            way.remark(remarks, call, Argument.of(call.command()), what(call), FACTS.instead()));
        }
    }

    private static String what(RedisCall call) {
        return switch (call.command()) {
            case "FLUSHALL" -> "FLUSHALL removes every key of every database of the server";
            case "FLUSHDB" -> "FLUSHDB removes every key of the database, the engine's history among them";
            default -> "SWAPDB puts all clients of two databases on each other's data";
        };
    }
}
