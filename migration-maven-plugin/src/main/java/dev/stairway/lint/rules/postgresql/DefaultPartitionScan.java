package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction.AttachPartition;
import java.util.List;
import java.util.Optional;

/** P38. */
public final class DefaultPartitionScan implements LintRule {

    private static final Facts FACTS = Facts.of("P38", "default-partition-scan", Severity.WARNING)
            .about("postgresql")
            .catches("A new partition makes the server read the default partition")
            .when(
                    "CREATE TABLE ... PARTITION OF or ATTACH PARTITION on a table whose default partition an earlier release made, and no"
                            + " valid CHECK of the default partition is known to keep the new bounds out.")
            .effect(
                    "The server reads the default partition row by row to see whether it holds rows of the new one, and nobody can"
                            + " read or write it meanwhile. If it does hold some, the statement fails.")
            .instead(
                    "Move such rows away first, and give the default partition a CHECK that keeps the new bounds out: NOT VALID, then"
                            + " VALIDATE in a later migration")
            .see("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION")
            .provenBy(Proof.BLOCKS_READS, Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Course.each(
                release,
                (statement, before) -> parent(statement.parsed())
                        .ifPresent(parent -> Partitions.defaultOf(parent, before)
                                .filter(rest -> !statement.isHarmless(rest))
                                .filter(rest -> !proven(statement, rest, before))
                                .ifPresent(rest -> tell(statement, parent, rest, remarks))));
    }

    /** The table that gets a partition which is not the default one. */
    private static Optional<Name> parent(ParsedStatement statement) {
        if (statement.tree() instanceof SqlTree.CreateTable create) {
            return Optional.ofNullable(create.partitionOf()).filter(parent -> !Partitions.isDefault(statement));
        }
        return statement
                .as(SqlTree.AlterTable.class)
                .filter(alter -> alter.actions().stream()
                        .anyMatch(action -> action instanceof AttachPartition attach && !attach.isDefault()))
                .map(SqlTree.AlterTable::table);
    }

    private static boolean proven(StatementView statement, Name rest, Course before) {
        List<Constraint> checks = ValidChecks.of(rest, statement.schema(), before);
        return Bounds.of(statement.parsed()).saidBy(checks);
    }

    private static void tell(StatementView statement, Name parent, Name rest, Remarks remarks) {
        remarks.at(
                statement,
                0,
                rest.written(),
                rest + ", the default partition of " + parent + ", is read row by row under ACCESS EXCLUSIVE",
                "Give " + rest
                        + " a CHECK that keeps the bounds of the new partition out, NOT VALID first and VALIDATE in a later"
                        + " migration; then make the partition");
    }
}
