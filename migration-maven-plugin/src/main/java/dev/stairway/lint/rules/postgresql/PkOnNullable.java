package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Index;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import java.util.List;
import java.util.Objects;

/** P08: a primary key that takes over an index, and searches for NULL all the same. */
public final class PkOnNullable implements LintRule {

    private static final Facts FACTS = Phrases.facts("P08", "pk-on-nullable", Severity.WARNING)
            .catches("PRIMARY KEY USING INDEX on a column that may be null")
            .when(
                    "A primary key takes over an index of a column that may be null, as far as the changelog tells, and no"
                            + " validated CHECK (... IS NOT NULL) stands for it. Quiet on tables of this release and on small ones.")
            .effect(
                    "A primary key makes its columns NOT NULL: PostgreSQL goes through all rows under an ACCESS EXCLUSIVE lock,"
                            + " though the index is ready, and fails on the first NULL.")
            .instead(
                    "ADD CONSTRAINT ... CHECK (... IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in a later migration, then SET"
                            + " NOT NULL, and the primary key last.")
            .see(
                    Phrases.manual("sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX"),
                    Phrases.manual("sql-altertable#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL"))
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        NullProofs.walk(release, (statement, proofs) -> look(statement, proofs, remarks));
    }

    private static void look(StatementView statement, NullProofs proofs, Remarks remarks) {
        for (Added added : Added.of(statement, Constraint.Kind.PRIMARY_KEY)) {
            if (added.constraint().usingIndex() != null) {
                columns(statement, added).stream()
                        .filter(column -> mayBeNull(statement, added.table(), column))
                        .filter(column -> !proofs.prove(added.table(), column))
                        .findFirst()
                        .ifPresent(column -> say(statement, added, column, remarks));
            }
        }
    }

    private static List<Name> columns(StatementView statement, Added added) {
        return statement.schema().index(added.constraint().usingIndex()).map(Index::parts).orElse(List.of()).stream()
                .map(IndexPart::column)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean mayBeNull(StatementView statement, Name table, Name column) {
        return statement
                .schema()
                .table(table)
                .flatMap(known -> known.column(column))
                .filter(known -> !known.notNull())
                .map(Column::name)
                .isPresent();
    }

    private static void say(StatementView statement, Added added, Name column, Remarks remarks) {
        remarks.at(
                statement,
                added.constraint().offset(),
                added.object(),
                column + " may be null, so the primary key of " + added.table()
                        + " goes through all rows while nobody can read or write the table",
                NotNull.inSteps(added.table(), column) + " and the primary key last");
    }
}
