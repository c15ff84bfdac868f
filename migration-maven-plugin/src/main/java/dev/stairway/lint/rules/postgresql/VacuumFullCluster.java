package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;

/** P32. */
public final class VacuumFullCluster implements LintRule {

    private static final Facts FACTS = Facts.of("P32", "vacuum-full-cluster", Severity.ERROR)
            .about("postgresql")
            .catches("VACUUM FULL or CLUSTER writes a whole table anew")
            .when(
                    "VACUUM FULL or CLUSTER of a table that is in use, or of all tables. Plain VACUUM and ANALYZE are fine.")
            .effect(
                    "Nobody can read or write the table until every row has been copied and every index built again, and the disk"
                            + " has to hold the table twice.")
            .instead("Plain VACUUM, or pg_repack outside of the migrations where the space has to be given back")
            .see(
                    "https://www.postgresql.org/docs/current/sql-vacuum.html",
                    "https://www.postgresql.org/docs/current/sql-cluster.html")
            .provenBy(Proof.BLOCKS_READS, Proof.REWRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (statement.tree() instanceof SqlTree.Vacuum vacuum && vacuum.full()) {
            tell(statement, "VACUUM FULL", vacuum.tables(), remarks);
        } else if (statement.tree() instanceof SqlTree.Cluster cluster) {
            tell(statement, "CLUSTER", List.of(cluster.table()), remarks);
        } else if (statement.tree() instanceof SqlTree.Other other
                && other.verb().startsWith("CLUSTER")) {
            tell(statement, "CLUSTER", List.of(), remarks);
        }
    }

    private static void tell(StatementView statement, String verb, List<Name> tables, Remarks remarks) {
        if (tables.isEmpty()) {
            remarks.at(
                    statement, 0, "", verb + " writes every table of the database anew, each under ACCESS EXCLUSIVE");
        }
        tables.stream()
                .filter(table -> !statement.isHarmless(table))
                .forEach(table -> remarks.at(
                        statement,
                        0,
                        table.written(),
                        verb + " writes " + table + " anew under ACCESS EXCLUSIVE",
                        "VACUUM (ANALYZE) " + table
                                + " lets the space be used again without a lock; where the disk needs it back, use pg_repack outside of"
                                + " the migrations"));
    }
}
