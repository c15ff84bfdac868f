package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AlterDefault;
import dev.stairway.script.sql.tree.TableAction.AlterIdentity;
import java.util.List;
import java.util.Optional;

/** A column's default changes under code that relies on it. */
public final class ChangeDefault implements LintRule {

    private static final Facts FACTS = Facts.of("G15", "change-default", Severity.WARNING)
            .catches("DROP DEFAULT, or SET DEFAULT over another one")
            .when(
                    "A default or the numbering of a column is dropped, or a default is set where another one is known and the way"
                            + " back does not restore it. Quiet where none is known to be replaced, and for tables of this release.")
            .effect(
                    "Code of the release that still runs leaves the column out and gets another value, NULL or an error. The"
                            + " former default is written nowhere but in the database, so no way back restores it.")
            .instead(
                    "Let code write the column itself first, drop the default in a later release, and set the former one again"
                            + " in the way back.")
            .see("https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-COLUMN-DEFAULT")
            .provenBy(Proof.QUERY_SUFFERS, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            for (AlterDefault change : Actions.of(statement, AlterDefault.class)) {
                look(statement, earlier, change, remarks);
            }
            for (AlterIdentity change : Actions.of(statement, AlterIdentity.class)) {
                identity(statement, change, remarks);
            }
        });
    }

    private static void identity(StatementView statement, AlterIdentity change, Remarks remarks) {
        Name table = Actions.table(statement);
        if (change.kind().equals("DROP") && !statement.isNew(table)) {
            remarks.at(
                    statement,
                    change.offset(),
                    Names.column(table, change.column()),
                    "Running code that inserts into " + table + " without " + change.column()
                            + " relied on the database to number it");
        }
    }

    private static void look(StatementView statement, Earlier earlier, AlterDefault change, Remarks remarks) {
        Name table = Actions.table(statement);
        if (statement.isNew(table) || isReplaced(statement, table, change)) {
            return;
        }
        Optional<Column> added = earlier.added(statement, table, change.column(), change.offset());
        Optional<Column> known =
                added.or(() -> statement.schema().table(table).flatMap(found -> found.column(change.column())));
        if (change.value() == null) {
            drop(statement, table, change, known, added.isPresent(), remarks);
        } else if (added.isEmpty()) {
            replace(statement, table, change, known, remarks);
        }
    }

    private static void drop(
            StatementView statement,
            Name table,
            AlterDefault change,
            Optional<Column> known,
            boolean young,
            Remarks remarks) {
        boolean none = known.isPresent()
                && known.get().defaultValue() == null
                && !known.get().identity();
        boolean mayBeNull = young && !known.get().notNull();
        if (!none && !mayBeNull) {
            remarks.at(
                    statement,
                    change.offset(),
                    Names.column(table, change.column()),
                    "Running code that inserts into " + table + " without " + change.column() + " relied on its default"
                            + written(known));
        }
    }

    private static void replace(
            StatementView statement, Name table, AlterDefault change, Optional<Column> known, Remarks remarks) {
        Optional<Expression> old = known.map(Column::defaultValue);
        boolean same =
                old.map(value -> plain(value).equals(plain(change.value()))).orElse(true);
        if (!same && !restores(statement, table, change.column())) {
            remarks.at(
                    statement,
                    change.offset(),
                    Names.column(table, change.column()),
                    "The default of " + change.column() + " in " + table + " was "
                            + old.get().text() + ", which no way back sets again",
                    "In the way back: ALTER TABLE " + table + " ALTER COLUMN " + change.column() + " SET DEFAULT "
                            + old.get().text() + ";");
        }
    }

    private static boolean restores(StatementView statement, Name table, Name column) {
        return sets(statement.migration().down(), table, column);
    }

    /** True when it is dropped for a moment, as around a change of type. */
    private static boolean isReplaced(StatementView statement, Name table, AlterDefault change) {
        boolean later = sets(statement.after(), table, change.column());
        boolean here = Actions.of(statement, AlterDefault.class).stream()
                .anyMatch(other -> other.offset() > change.offset() && isSet(other, change.column()));
        return change.value() == null && (later || here);
    }

    private static boolean sets(List<ParsedStatement> statements, Name table, Name column) {
        return Actions.on(table, statements, AlterDefault.class).anyMatch(other -> isSet(other, column));
    }

    private static boolean isSet(AlterDefault other, Name column) {
        return other.value() != null && other.column().same(column);
    }

    private static String written(Optional<Column> known) {
        return known.map(Column::defaultValue).map(value -> " " + value.text()).orElse("");
    }

    private static String plain(Expression value) {
        return value.text().replaceAll("[\\s()]+|::.*$", "");
    }
}
