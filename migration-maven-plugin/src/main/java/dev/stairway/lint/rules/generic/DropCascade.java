package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Other;
import dev.stairway.script.sql.tree.SqlTree.Truncate;
import dev.stairway.script.sql.tree.TableAction;
import dev.stairway.script.sql.tree.TableAction.DropConstraint;
import java.util.List;

/** Something is removed with all that depends on it. */
public final class DropCascade implements LintRule {

    private static final Facts FACTS = Facts.of("G05", "drop-cascade", Severity.ERROR)
            .catches("DROP or TRUNCATE with CASCADE")
            .when(
                    "Something that this release did not make is dropped or truncated with CASCADE, or all that a role owns. Quiet"
                            + " for DROP SCHEMA, of which drop-schema speaks.")
            .effect(
                    "What depends on it goes too, though nobody named it: views, foreign keys and columns with DROP, the rows of"
                            + " all referring tables with TRUNCATE. What that is depends on the database that it runs on, so neither"
                            + " review nor way back knows it.")
            .instead("Leave CASCADE out, and drop what depends on it by name before.")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-depend.html",
                    "https://www.postgresql.org/docs/current/sql-truncate.html")
            .provenBy(Proof.LOSES_DATA, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement.as(Drop.class).filter(Drop::cascade).ifPresent(drop -> drop(statement, drop, remarks));
        statement.as(Truncate.class).filter(Truncate::cascade).ifPresent(cut -> truncate(statement, cut, remarks));
        statement
                .as(Other.class)
                .filter(other -> other.verb().startsWith("DROP OWNED"))
                .ifPresent(other -> remarks.at(
                        statement, 0, "", "All objects of a role are dropped at once, though nobody names them"));
        for (TableAction.DropColumn drop : Actions.of(statement, TableAction.DropColumn.class)) {
            if (drop.cascade()) {
                part(statement, drop.offset(), "COLUMN " + drop.column(), drop.column(), remarks);
            }
        }
        for (DropConstraint drop : Actions.of(statement, DropConstraint.class)) {
            if (drop.cascade()) {
                part(statement, drop.offset(), "CONSTRAINT " + drop.constraint(), drop.constraint(), remarks);
            }
        }
    }

    private static void drop(StatementView statement, Drop drop, Remarks remarks) {
        List<Name> old = drop.names().stream()
                .filter(name -> !isNew(statement, drop.kind(), name))
                .toList();
        if (!old.isEmpty() && drop.kind() != ObjectKind.SCHEMA) {
            remarks.at(
                    statement,
                    0,
                    old.get(0).written(),
                    "Whatever depends on " + Names.and(old) + " is dropped with it, though nobody names it"
                            + among(drop.kind()),
                    "Drop what depends on it by name, then: DROP " + words(drop.kind()) + " " + Names.list(drop.names())
                            + ";");
        }
    }

    /** What that may be: https://www.postgresql.org/docs/current/ddl-depend.html. */
    private static String among(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> ": views and foreign keys";
            case VIEW, MATERIALIZED_VIEW -> ": other views";
            case TYPE, DOMAIN, EXTENSION -> ": columns with all their values";
            case FUNCTION, PROCEDURE, AGGREGATE -> ": triggers, views, checks and defaults";
            case SEQUENCE -> ": defaults of columns";
            default -> "";
        };
    }

    private static boolean isNew(StatementView statement, ObjectKind kind, Name name) {
        return kind == ObjectKind.TABLE
                ? statement.isNew(name)
                : statement.schema().isNew(kind, name);
    }

    private static String words(ObjectKind kind) {
        return kind.name().replace('_', ' ');
    }

    private static void truncate(StatementView statement, Truncate truncate, Remarks remarks) {
        List<Name> old = truncate.tables().stream()
                .filter(table -> !statement.isNew(table))
                .toList();
        if (!old.isEmpty()) {
            remarks.at(
                    statement,
                    0,
                    old.get(0).written(),
                    "Every table with a foreign key to " + Names.and(old) + " is emptied too",
                    "Name every table that is meant: TRUNCATE " + Names.list(truncate.tables()) + ";");
        }
    }

    private static void part(StatementView statement, int offset, String part, Name name, Remarks remarks) {
        Name table = Actions.table(statement);
        if (!statement.isNew(table)) {
            remarks.at(
                    statement,
                    offset,
                    name.written(),
                    "Whatever depends on " + name + " of " + table + " is dropped with it, though nobody names it",
                    "Drop what depends on it by name, then: ALTER TABLE " + table + " DROP " + part + ";");
        }
    }
}
