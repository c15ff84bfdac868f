package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import java.util.List;
import java.util.Optional;

/** Rows with keys of their own come to a table that the application fills. */
public final class DataInMigration implements LintRule {

    private static final Facts FACTS = Facts.of("G24", "data-in-migration", Severity.INFO)
            .catches("INSERT of rows with fixed keys into a table that may hold them")
            .when(
                    "An INSERT writes values of a numbered key into a table that this release did not make, without saying what"
                            + " happens when the key is there. Quiet with ON CONFLICT, INSERT OR IGNORE and for keys that are not"
                            + " called id.")
            .effect(
                    "Where the application, or somebody by hand, has used the key already, the migration fails; and a sequence"
                            + " does not know of keys that it did not give out.")
            .instead(
                    "Let the database number the row, or say ON CONFLICT DO NOTHING; and delete in the way back exactly what was"
                            + " inserted.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT",
                    "https://www.sqlite.org/lang_conflict.html")
            .provenBy(Proof.FAILS_ON_ROWS, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Insert.class)
                .filter(insert ->
                        insert.rows() > 0 && !insert.onConflict() && insert.or().isEmpty())
                .filter(insert -> !statement.isNew(insert.table()))
                .ifPresent(insert -> key(statement, insert).ifPresent(key -> look(statement, insert, key, remarks)));
    }

    private static void look(StatementView statement, Insert insert, Name key, Remarks remarks) {
        Name table = insert.table();
        remarks.at(
                statement,
                0,
                table.written(),
                "A row of " + table + " that has the same " + key + " already fails this",
                statement.targets().is("sqlite")
                        ? "INSERT OR IGNORE INTO " + table + " ...; or leave " + key + " out"
                        : "INSERT INTO " + table + " ... ON CONFLICT (" + key + ") DO NOTHING; or leave " + key
                                + " out");
    }

    /** The numbered key among the columns that are written. */
    private static Optional<Name> key(StatementView statement, Insert insert) {
        List<Name> known = statement.schema().table(insert.table()).stream()
                .flatMap(table -> keys(table).stream())
                .toList();
        return insert.columns().stream()
                .filter(column -> known.isEmpty() ? column.is("id") : Names.contains(known, column))
                .findFirst();
    }

    /** Its primary key, where that is one number. */
    private static List<Name> keys(Table table) {
        return table.first(Kind.PRIMARY_KEY)
                .map(Constraint::columns)
                .filter(columns -> columns.size() == 1)
                .filter(columns -> table.column(columns.get(0))
                        .filter(column -> column.identity()
                                || column.type() != null && column.type().is("integer", "bigint", "int"))
                        .isPresent())
                .orElse(List.of());
    }
}
