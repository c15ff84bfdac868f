package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction.AttachPartition;
import java.util.List;

/** P36. */
public final class AttachNoCheck implements LintRule {

    private static final Facts FACTS = Facts.of("P36", "attach-no-check", Severity.WARNING)
            .about("postgresql")
            .catches("A partition is attached that has to be read row by row first")
            .when(
                    "ATTACH PARTITION of a table that is in use, and none of its valid CHECK constraints is known to say what the bounds"
                            + " of the partition say. Quiet about a table of the same release.")
            .effect(
                    "The server reads the whole table to see whether its rows fit, and nobody can read or write it meanwhile.")
            .instead(
                    "ADD CONSTRAINT ... CHECK (...) NOT VALID with the bounds of the partition, VALIDATE CONSTRAINT in a later"
                            + " migration, and attach the partition then")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE")
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Course.each(
                release,
                (statement, before) -> statement
                        .as(AlterTable.class)
                        .ifPresent(alter -> alter.actions().stream()
                                .filter(AttachPartition.class::isInstance)
                                .map(AttachPartition.class::cast)
                                .filter(attach -> !statement.isHarmless(attach.partition()))
                                .filter(attach -> !proven(statement, attach, before))
                                .forEach(attach -> tell(statement, alter.table(), attach, remarks))));
    }

    /** Ways back that attach what they detached: no CHECK can have been there before, unless the release made it. */
    @Override
    public void back(ReleaseView way, Remarks remarks) {
        Course.each(
                way,
                (statement, before) -> statement
                        .as(AlterTable.class)
                        .ifPresent(alter -> alter.actions().stream()
                                .filter(AttachPartition.class::isInstance)
                                .map(AttachPartition.class::cast)
                                .filter(attach ->
                                        statement.isLarge(attach.partition()) && !statement.isNew(attach.partition()))
                                .filter(attach -> !proven(statement, attach, before))
                                .forEach(attach -> tell(statement, alter.table(), attach, remarks))));
    }

    private static boolean proven(StatementView statement, AttachPartition attach, Course before) {
        List<Constraint> checks = ValidChecks.of(attach.partition(), statement.schema(), before);
        if (attach.isDefault()) {
            return !checks.isEmpty();
        }
        return Bounds.of(statement.parsed()).saidBy(checks);
    }

    private static void tell(StatementView statement, Name parent, AttachPartition attach, Remarks remarks) {
        Name partition = attach.partition();
        remarks.at(
                statement,
                attach.offset(),
                partition.written(),
                partition + " is read row by row under ACCESS EXCLUSIVE before it is attached to " + parent,
                "ALTER TABLE " + partition + " ADD CONSTRAINT " + partition.name()
                        + "_bounds CHECK (...) NOT VALID with the bounds of the partition; ALTER TABLE " + partition
                        + " VALIDATE CONSTRAINT " + partition.name() + "_bounds; then attach it to " + parent
                        + " and drop the constraint");
    }
}
