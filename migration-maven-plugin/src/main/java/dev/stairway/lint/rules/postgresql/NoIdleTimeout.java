package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.LockNeed;
import dev.stairway.lint.rules.support.LockNeeds;
import dev.stairway.lint.rules.support.Timeouts;

/** P29. */
public final class NoIdleTimeout implements LintRule {

    private static final String IDLE_TIMEOUT = "idle_in_transaction_session_timeout";
    private static final String TRANSACTION_TIMEOUT = "transaction_timeout";
    private static final Facts FACTS = Facts.of("P29", "no-idle-timeout", Severity.INFO)
            .onRequest()
            .about("postgresql")
            .catches("A migration that hangs keeps its locks for ever")
            .when("A release locks tables that are in use in a transaction, and none of its migrations sets"
                    + " idle_in_transaction_session_timeout or, from PostgreSQL 17 on, transaction_timeout. Told once, at the first"
                    + " such statement.")
            .effect(
                    "When the runner stops answering in the middle of a migration, its locks stay until somebody ends the session.")
            .instead("SET LOCAL idle_in_transaction_session_timeout = '60s'; at the beginning of the migration")
            .see(
                    "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-IDLE-IN-TRANSACTION-SESSION-TIMEOUT")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        release.statements().stream()
                .filter(StatementView::transaction)
                .flatMap(statement -> LockNeeds.of(statement.tree(), statement.schema()).stream()
                        .filter(need -> need.mode().blocksWrites())
                        .filter(need -> !statement.isHarmless(need.table()))
                        .map(need -> new Held(statement, need)))
                .findFirst()
                .filter(held -> !limited(release))
                .ifPresent(held -> held.tell(remarks));
    }

    private static boolean limited(ReleaseView release) {
        return Timeouts.setAnywhere(release, IDLE_TIMEOUT) || Timeouts.setAnywhere(release, TRANSACTION_TIMEOUT);
    }

    /** A lock that stays until the transaction ends. */
    private record Held(StatementView statement, LockNeed need) {

        void tell(Remarks remarks) {
            remarks.at(
                    statement,
                    need.offset(),
                    need.table().written(),
                    need.mode() + " on " + need.table() + " stays for ever when the migration hangs");
        }
    }
}
