package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.rules.changelog.Needs.Need;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A way back that drops things in the order in which they were made. */
public final class RollbackOrder implements LintRule {

    private static final Facts FACTS = Facts.of("C04", "rollback-order", Severity.WARNING)
            .about("postgresql", "mysql", "mariadb", "h2")
            .catches("A rollback that drops what others still need, or what is gone already")
            .when(
                    "The way back drops a table, type or view while a table or view of the way up still refers to it, or names"
                            + " something that went with a table dropped before. Quiet with CASCADE or IF EXISTS, when one DROP names"
                            + " both, and on SQLite, which drops in any order.")
            .effect("The database refuses the statement, and the rollback stops there.")
            .instead("Take things back in reverse order: what refers to others first")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-depend.html",
                    "https://www.postgresql.org/docs/current/sql-droptable.html")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        Needs needs = Needs.of(migration.up());
        List<Name> gone = new ArrayList<>();
        List<Name> goneTables = new ArrayList<>();
        for (ParsedStatement statement : migration.down()) {
            statement.as(SqlTree.Drop.class).ifPresent(drop -> {
                drop(migration, statement, drop, needs, gone, remarks);
                late(migration, statement, drop, needs, goneTables, remarks);
                gone.addAll(drop.names());
                if (drop.kind() == ObjectKind.TABLE) {
                    goneTables.addAll(drop.names());
                }
            });
            statement.as(SqlTree.AlterTable.class).ifPresent(alter -> {
                if (Names.contains(goneTables, alter.table()) && !alter.ifExists()) {
                    tooLate(migration, statement, alter.table(), alter.table(), remarks);
                }
                alter.actions().forEach(action -> free(alter.table(), action, needs));
            });
            statement.as(SqlTree.CreateTable.class).ifPresent(made -> goneTables.removeIf(made.table()::same));
        }
    }

    private static void free(Name table, TableAction action, Needs needs) {
        if (action instanceof TableAction.DropConstraint drop) {
            needs.free(table, drop.constraint());
        } else if (action instanceof TableAction.DropColumn drop) {
            needs.freeColumn(table, drop.column());
        } else if (action instanceof TableAction.AlterType) {
            needs.freeTypes(table);
        }
    }

    private static void drop(
            MigrationView migration,
            ParsedStatement statement,
            SqlTree.Drop drop,
            Needs needs,
            List<Name> gone,
            Remarks remarks) {
        for (Name name : drop.cascade() ? List.<Name>of() : drop.names()) {
            Optional<Need> need = needs.on(name).stream()
                    .filter(by -> !Names.contains(gone, by.by()) && !Names.contains(drop.names(), by.by()))
                    .findFirst();
            need.ifPresent(by -> remarks.at(
                    migration,
                    statement.source(),
                    0,
                    name.written(),
                    "The rollback drops " + name + " while " + by.by() + " still refers to it",
                    "Drop " + by.by() + " first, then " + name));
        }
    }

    private static void late(
            MigrationView migration,
            ParsedStatement statement,
            SqlTree.Drop drop,
            Needs needs,
            List<Name> goneTables,
            Remarks remarks) {
        boolean belongs = drop.kind() == ObjectKind.INDEX || drop.kind() == ObjectKind.TRIGGER;
        if (!belongs || drop.ifExists()) {
            return;
        }
        for (Name name : drop.names()) {
            Optional<Name> table = drop.onTable() == null ? needs.tableOf(name) : Optional.of(drop.onTable());
            table.filter(of -> Names.contains(goneTables, of))
                    .ifPresent(of -> tooLate(migration, statement, name, of, remarks));
        }
    }

    private static void tooLate(
            MigrationView migration, ParsedStatement statement, Name name, Name table, Remarks remarks) {
        remarks.at(
                migration,
                statement.source(),
                0,
                name.written(),
                name.same(table)
                        ? "The rollback alters " + table + " after it has dropped it"
                        : "The rollback drops " + name + " after it has dropped " + table + ", with which it went",
                "Take this statement in front of DROP TABLE " + table + ", or leave it out");
    }
}
