package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Pragma;
import java.util.Locale;
import java.util.Set;

/** The schema is written by hand. */
public final class WritableSchema implements LintRule {

    private static final Set<String> OFF = Set.of("off", "0", "no", "false", "reset", "");
    private static final Set<String> SCHEMA =
            Set.of("sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema");

    private static final Facts FACTS = Facts.of("L21", "writable-schema", Severity.ERROR)
            .about("sqlite")
            .catches("PRAGMA writable_schema and changes of sqlite_schema")
            .when("PRAGMA writable_schema is switched on, or rows of sqlite_schema (sqlite_master) are changed.")
            .effect(
                    "SQLite does not check what is written there: one wrong character and the database cannot be opened any"
                            + " more.")
            .instead("Rebuild the table: a new one, INSERT INTO ... SELECT, DROP TABLE, RENAME TO.")
            .see(
                    "https://www.sqlite.org/pragma.html#pragma_writable_schema",
                    "https://www.sqlite.org/lang_altertable.html#otheralter")
            .provenBy(Proof.FAILS, Proof.ROLLBACK_BROKEN);

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
        boolean opens = statement
                .as(Pragma.class)
                .filter(pragma -> pragma.name().equals("writable_schema"))
                .filter(pragma -> !OFF.contains(pragma.value().toLowerCase(Locale.ROOT)))
                .isPresent();
        Name written = written(statement.tree());
        if (opens) {
            remarks.at(
                    statement,
                    0,
                    "writable_schema",
                    "The schema can be written by hand from here on, and nothing checks it");
        } else if (written != null && SCHEMA.contains(written.name().toLowerCase(Locale.ROOT))) {
            remarks.at(
                    statement,
                    0,
                    written.written(),
                    "The schema is changed in " + written + " by hand, and nothing checks what is written there");
        }
    }

    private static Name written(SqlTree tree) {
        if (tree instanceof SqlTree.Update update) {
            return update.table();
        } else if (tree instanceof SqlTree.Delete delete) {
            return delete.table();
        }
        return tree instanceof SqlTree.Insert insert ? insert.table() : null;
    }
}
