package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;

/** P04: what PostgreSQL only does outside a transaction. */
public final class ConcurrentlyInTx implements LintRule {

    private static final Facts FACTS = Phrases.facts("P04", "concurrently-in-tx", Severity.ERROR)
            .catches("CONCURRENTLY, VACUUM or the like where PostgreSQL refuses it, as in a transaction")
            .when(
                    "CREATE INDEX, DROP INDEX, REINDEX or DETACH PARTITION with CONCURRENTLY, VACUUM, REINDEX of a schema or a"
                            + " database, ALTER SYSTEM, or a statement that makes or drops a database, a tablespace or a subscription"
                            + " with its slot runs in a transaction: the runner's, or one that the migration begins itself; the rollback's statements as well."
                            + " Also where CONCURRENTLY is refused anyhow: an index on a table with partitions, DROP INDEX of several or with CASCADE.")
            .effect("PostgreSQL refuses the statement, always and on every version: the migration fails.")
            .instead("The same statement " + Phrases.OUTSIDE + ".")
            .see(
                    Phrases.manual("sql-createindex#SQL-CREATEINDEX-CONCURRENTLY"),
                    Phrases.manual("sql-reindex"),
                    Phrases.manual("sql-vacuum"))
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        String what = NeedsNoTransaction.what(statement);
        String object = NeedsNoTransaction.object(statement.tree());
        String refused = Refused.why(statement);
        if (statement.transaction() && !what.isEmpty()) {
            String about = object.isEmpty() ? "" : " (" + object + ")";
            remarks.at(statement, 0, object, what + about + " stands in a transaction, where PostgreSQL refuses it");
        } else if (!refused.isEmpty()) {
            remarks.at(statement, 0, object, refused, Refused.instead(statement.tree()));
        }
    }
}
