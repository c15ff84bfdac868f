package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;

/** A logical database other than the one that is migrated. */
public final class DbIndex implements LintRule {

    private static final Facts FACTS = Facts.of("R22", "db-index", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("another logical database by its number")
            .when("SELECT or MOVE is sent, or COPY with DB, on the way up or back.")
            .effect(
                    "A cluster has database 0 and no other. The engine's history, its lock and every check are in the database"
                            + " that is migrated, so nobody sees what happens to the other one; in a file of commands SELECT is"
                            + " refused.")
            .instead(
                    "A prefix in the names of the keys in place of a number, or a changelog of its own for the other database")
            .see("https://redis.io/docs/latest/commands/select/", "https://redis.io/docs/latest/commands/move/")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        for (Way way : Way.both(script)) {
            way.calls().stream().filter(DbIndex::other).forEach(call -> {
                Argument object = call.arguments().isEmpty()
                        ? Argument.of("")
                        : call.arguments().get(0);
                way.remark(
                        remarks,
                        call,
                        object,
                        call.command() + " goes to another logical database, which a cluster does not have",
                        FACTS.instead());
            });
        }
    }

    private static boolean other(RedisCall call) {
        return call.is("SELECT", "MOVE")
                || call.is("COPY") && call.says("DB") && call.arguments().size() > 3;
    }
}
