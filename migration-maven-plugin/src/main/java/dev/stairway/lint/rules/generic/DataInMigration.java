package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import java.util.Optional;

/** Rows with keys of their own come to a table that the application fills. */
public final class DataInMigration implements LintRule {

    private static final Facts FACTS = Facts.of("G24", "data-in-migration", Severity.INFO)
            .catches("INSERT of rows with fixed keys into a table that may hold them")
            .when(
                    "An INSERT writes a key that the database numbers itself into a table that this release did not make, without"
                            + " saying what happens when the key is there. Quiet with ON CONFLICT and INSERT OR IGNORE, for keys that are"
                            + " not numbered, and where no migration tells.")
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

    /** The key among the columns that the database numbers itself. */
    private static Optional<Name> key(StatementView statement, Insert insert) {
        Table table = statement.schema().table(insert.table()).orElse(null);
        return insert.columns().stream()
                .filter(column -> table != null && isNumbered(statement, table, column))
                .findFirst();
    }

    /** Of SQLite any INTEGER PRIMARY KEY: https://www.sqlite.org/lang_createtable.html#rowid. */
    private static boolean isNumbered(StatementView statement, Table table, Name name) {
        boolean key = table.first(Kind.PRIMARY_KEY)
                .filter(primary -> primary.columns().size() == 1
                        && primary.columns().get(0).same(name))
                .isPresent();
        boolean rowid = statement.targets().is("sqlite") && !table.withoutRowid();
        return key
                && table.column(name)
                        .filter(column -> column.identity()
                                || rowid
                                        && column.type() != null
                                        && column.type().is("integer"))
                        .isPresent();
    }
}
