package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.regex.Pattern;

/** A row that is in the way is deleted where a change of it was meant. */
public final class OrReplace implements LintRule {

    private static final Facts FACTS = Facts.of("L14", "or-replace", Severity.WARNING)
            .about("sqlite")
            .catches("INSERT OR REPLACE, REPLACE INTO and UPDATE OR REPLACE")
            .when(
                    "Rows are added or changed with OR REPLACE in a table that was there before the release. Quiet when the history shows that"
                            + " the statement gives every column a value, that no other table refers to it, and that it has no"
                            + " trigger.")
            .effect(
                    "Every row that is in the way of a key is deleted and a new one is written: columns that are not named get"
                            + " their defaults, rows of other tables go along by ON DELETE CASCADE, and the row gets a new rowid.")
            .instead(
                    "INSERT INTO ... ON CONFLICT (key) DO UPDATE SET column = excluded.column, which changes the row that is"
                            + " there (3.24 and newer).")
            .see("https://www.sqlite.org/lang_conflict.html", "https://www.sqlite.org/lang_upsert.html")
            .provenBy(Proof.LOSES_DATA, Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    private static final Pattern UPDATE = Pattern.compile("\\bUPDATE\\s+OR\\s+REPLACE\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Update.class)
                .filter(update -> !statement.isNew(update.table())
                        && UPDATE.matcher(
                                        Sqlite.words(statement.parsed().source().sql()))
                                .find())
                .ifPresent(update -> remarks.at(
                        statement,
                        0,
                        update.table().written(),
                        "Rows of " + update.table() + " that have one of the new keys are deleted",
                        "UPDATE " + update.table()
                                + " SET ...; which fails when a key is taken, or settle such rows before"));
        statement
                .as(Insert.class)
                .filter(insert -> insert.or().equals("REPLACE"))
                .filter(insert -> !statement.isNew(insert.table()) && !isHarmless(statement, insert))
                .ifPresent(insert -> remarks.at(
                        statement,
                        0,
                        insert.table().written(),
                        "Rows of " + insert.table()
                                + " that have one of these keys are deleted and written anew, with all that hangs on them",
                        instead(statement, insert)));
    }

    private static boolean isHarmless(StatementView statement, Insert insert) {
        Name name = insert.table();
        Table table = statement.schema().table(name).orElse(null);
        return table != null
                && !table.columns().isEmpty()
                && statement.schema().referring(name).isEmpty()
                && statement.schema().triggersOn(name).isEmpty()
                && (insert.columns().isEmpty()
                        || Names.containsAll(
                                insert.columns(),
                                table.columns().stream().map(Column::name).toList()));
    }

    private static String instead(StatementView statement, Insert insert) {
        String key = statement
                .schema()
                .table(insert.table())
                .flatMap(Rebuilt::rowid)
                .map(Name::written)
                .orElse("key");
        String columns = insert.columns().isEmpty() ? "" : " (" + Names.list(insert.columns()) + ")";
        return "INSERT INTO " + insert.table() + columns + " ... ON CONFLICT (" + key
                + ") DO UPDATE SET column = excluded.column;";
    }
}
