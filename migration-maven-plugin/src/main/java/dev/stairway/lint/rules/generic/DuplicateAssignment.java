package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import dev.stairway.script.sql.tree.TableAction.DropColumn;
import dev.stairway.script.sql.tree.TableAction.RenameColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A column that is named twice where it can only be named once. */
public final class DuplicateAssignment implements LintRule {

    private static final Facts FACTS = Facts.of("G44", "duplicate-assignment", Severity.ERROR)
            .catches("A column that is set or declared twice")
            .when(
                    "An UPDATE assigns a column twice, an INSERT or CREATE TABLE names it twice, or a column is added that the table already"
                            + " has. Quiet for elements of arrays and fields of composite types, for IF NOT EXISTS, and for Liquibase's"
                            + " changesets with preconditions.")
            .effect(
                    "PostgreSQL refuses the statement. SQLite refuses most of them and takes the last value of an UPDATE, whichever"
                            + " was meant.")
            .instead("Keep the one that is meant")
            .see("https://www.postgresql.org/docs/current/sql-update.html", "https://www.sqlite.org/lang_update.html")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Update.class)
                .ifPresent(update -> twice(update.columns())
                        .filter(column -> !inPieces(statement, column))
                        .ifPresent(column -> say(statement, update.table(), column, "gets two values", remarks)));
        statement
                .as(Insert.class)
                .ifPresent(insert -> twice(insert.columns())
                        .ifPresent(column -> say(statement, insert.table(), column, "gets two values", remarks)));
        statement
                .as(CreateTable.class)
                .ifPresent(made -> twice(
                                made.columns().stream().map(Column::name).toList())
                        .ifPresent(column -> say(statement, made.table(), column, "is declared twice", remarks)));
        statement.as(AlterTable.class).ifPresent(altered -> added(statement, altered, remarks));
    }

    private static Optional<Name> twice(List<Name> columns) {
        for (int at = 1; at < columns.size(); at++) {
            Name column = columns.get(at);
            if (columns.subList(0, at).stream().anyMatch(column::same)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static boolean inPieces(StatementView statement, Name column) {
        return Pattern.compile(
                        "(?<![\\w$.])\"?" + Pattern.quote(column.name()) + "\"?\\s*[\\[.]", Pattern.CASE_INSENSITIVE)
                .matcher(statement.parsed().source().sql())
                .find();
    }

    private static void added(StatementView statement, AlterTable altered, Remarks remarks) {
        List<AddColumn> added = altered.actions().stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(action -> !action.ifNotExists())
                .toList();
        List<Name> names = new ArrayList<>();
        for (AddColumn action : added) {
            Name column = action.column().name();
            if (names.stream().anyMatch(column::same)) {
                say(statement, altered.table(), column, "is added twice", remarks);
            } else if (exists(statement, altered.table(), column) && !dropped(altered, column)) {
                say(statement, altered.table(), column, "is added and exists already", remarks);
            }
            names.add(column);
        }
    }

    private static boolean exists(StatementView statement, Name table, Name column) {
        return statement.migration().attribute("onFail").isEmpty()
                && statement
                        .schema()
                        .table(table)
                        .filter(known -> known.name().schema().equalsIgnoreCase(table.schema())
                                || isUsual(known.name()) && isUsual(table))
                        .flatMap(known -> known.column(column))
                        .isPresent();
    }

    private static boolean dropped(AlterTable altered, Name column) {
        return altered.actions().stream()
                .anyMatch(action ->
                        action instanceof DropColumn drop && drop.column().same(column)
                                || action instanceof RenameColumn rename
                                        && rename.from().same(column));
    }

    /** Two tenants may have a table of the same name each. */
    private static boolean isUsual(Name table) {
        return table.schema().isEmpty() || table.schema().matches("(?i)public|main");
    }

    private static void say(StatementView statement, Name table, Name column, String what, Remarks remarks) {
        remarks.at(statement, 0, table.written(), table.written() + "." + column.written() + " " + what);
    }
}
