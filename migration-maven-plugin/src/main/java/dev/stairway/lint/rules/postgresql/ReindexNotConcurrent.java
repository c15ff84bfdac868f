package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Reindex;
import java.util.Locale;

/** P03: an index made anew while writers wait. */
public final class ReindexNotConcurrent implements LintRule {

    private static final Facts FACTS = Phrases.facts("P03", "reindex-not-concurrent", Severity.WARNING)
            .catches("REINDEX without CONCURRENTLY")
            .when(
                    "An index, a table, a schema or a database is indexed anew without CONCURRENTLY. Quiet on tables of this"
                            + " release and on small ones.")
            .effect(
                    "Nobody can write to the table until its indexes are built, and queries that would use one of them wait as"
                            + " well.")
            .instead("REINDEX ... CONCURRENTLY (PostgreSQL 12 and later), " + Phrases.OUTSIDE + ".")
            .see(Phrases.manual("sql-reindex#SQL-REINDEX-CONCURRENTLY"))
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Reindex.class)
                .filter(reindex -> !reindex.concurrently())
                .filter(reindex -> !harmless(statement, reindex))
                // What cannot run at all is told by another rule.
                .filter(reindex -> !(statement.transaction() && NeedsNoTransaction.reindexesMany(reindex)))
                .ifPresent(reindex -> say(statement, reindex, remarks));
    }

    private static boolean harmless(StatementView statement, Reindex reindex) {
        return switch (reindex.kind()) {
            case INDEX -> Relations.harmlessIndex(statement, reindex.name());
            case TABLE -> statement.isHarmless(reindex.name());
            default -> false;
        };
    }

    private static void say(StatementView statement, Reindex reindex, Remarks remarks) {
        String kind =
                reindex.kind() == ObjectKind.OTHER ? "SYSTEM" : reindex.kind().name();
        String name = reindex.name() == null ? "" : reindex.name().written();
        String thing = (kind.toLowerCase(Locale.ROOT) + " " + name).strip();
        remarks.at(
                statement,
                0,
                name,
                "Indexing " + thing + " anew keeps writers away, and readers that would use the index",
                kind.equals("SYSTEM")
                        ? "REINDEX INDEX CONCURRENTLY for each index that needs it, " + Phrases.OUTSIDE
                        : "REINDEX " + kind + " CONCURRENTLY " + name + "; " + Phrases.OUTSIDE);
    }
}
