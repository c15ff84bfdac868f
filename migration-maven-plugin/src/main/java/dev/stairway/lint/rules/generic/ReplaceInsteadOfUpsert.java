package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows that are deleted and written anew, where a change was meant. */
public final class ReplaceInsteadOfUpsert implements LintRule {

    private static final Facts FACTS = Facts.of("G54", "replace-instead-of-upsert", Severity.WARNING)
            .catches("A row that is deleted and inserted again")
            .when(
                    "A migration deletes rows by a value and inserts rows with the same value in the same column, in a table that exists"
                            + " already. INSERT OR REPLACE of SQLite is told by or-replace.")
            .effect(
                    "The DELETE fires triggers and takes rows of other tables along that refer to it with ON DELETE CASCADE, or fails"
                            + " because they do; columns that the INSERT does not name lose their values, and the row gets a new id.")
            .instead("INSERT ... ON CONFLICT (key) DO UPDATE SET ..., which changes the row that is there")
            .see(
                    "https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT",
                    "https://www.sqlite.org/lang_upsert.html")
            .provenBy(Proof.LOSES_DATA, Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Insert.class)
                .filter(insert ->
                        !statement.isNew(insert.table()) && !insert.table().is("sqlite_sequence"))
                .ifPresent(insert ->
                        replaced(statement, insert).ifPresent(value -> say(statement, insert, value, remarks)));
    }

    private static void say(StatementView statement, Insert insert, InsertedValue value, Remarks remarks) {
        String table = insert.table().written();
        boolean unknown = value.column().isEmpty();
        String row = unknown ? value.text() : value.column() + " = " + value.text();
        remarks.at(
                statement,
                value.offset(),
                table,
                "The row of " + table + " with " + row + " is deleted and written anew, with all that refers to it",
                "INSERT INTO " + table + " ... ON CONFLICT (" + (unknown ? "its key" : value.column())
                        + ") DO UPDATE SET ...;");
    }

    private static Optional<InsertedValue> replaced(StatementView statement, Insert insert) {
        List<Delete> deletes = statement.before().stream()
                .flatMap(earlier -> deletes(earlier, insert).stream())
                .toList();
        if (deletes.isEmpty()) {
            return Optional.empty();
        }
        return InsertedValue.of(
                        statement.parsed(),
                        insert,
                        statement.schema(),
                        statement.targets().product())
                .stream()
                .filter(value -> deletes.stream().anyMatch(delete -> chooses(delete.where(), value)))
                .findFirst();
    }

    private static Optional<Delete> deletes(ParsedStatement earlier, Insert insert) {
        return earlier.as(Delete.class)
                .filter(delete -> delete.where() != null && delete.table().same(insert.table()));
    }

    private static boolean chooses(Expression where, InsertedValue value) {
        boolean text = value.text().matches("(?s)'.+'");
        boolean literal = text || value.text().matches("-?\\d+(?:\\.\\d+)?");
        boolean unknown = value.column().isEmpty();
        String column = unknown ? "" : "(?<![\\w$])" + Pattern.quote(value.column()) + "[\"`\\]]?\\s*";
        return literal
                && (text || !unknown)
                && Pattern.compile(
                                column + "(?:=\\s*|IN\\s*\\([^()]*?)" + Pattern.quote(value.text()) + "(?![\\w'])",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(where.text())
                        .find();
    }
}
