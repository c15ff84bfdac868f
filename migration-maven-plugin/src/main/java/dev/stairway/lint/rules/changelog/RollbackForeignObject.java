package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.Set;

/** A way back that takes away what the way up never made. */
public final class RollbackForeignObject implements LintRule {

    private static final Facts FACTS = Facts.of("C05", "rollback-foreign-object", Severity.ERROR)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A rollback that drops what the migration did not make")
            .when(
                    "The way back drops or empties a table, or drops a column, a constraint or another object, that the way up does"
                            + " not make or rename to that name. Quiet when the way back makes it itself, or makes it again, for an index that the way up attaches another one to, and when"
                            + " the way up holds a block, a call or a Java class that may have made it.")
            .effect(
                    "The rollback takes away an object of an earlier migration, with its data, and leaves its own behind. Most"
                            + " often it was copied from another migration.")
            .instead("Drop in the rollback exactly what the way up makes, in reverse order")
            .see("https://docs.liquibase.com/workflows/liquibase-community/using-rollback.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.LOSES_DATA);

    /** What is told apart by name alone. */
    private static final Set<ObjectKind> KINDS = Set.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY,
            ObjectKind.SCHEMA,
            ObjectKind.INDEX);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        if (migration.up().isEmpty() || !migration.said().notCovered().isEmpty()) {
            return;
        }
        Made up = Made.by(migration.up());
        if (!up.opaque()) {
            Made down = Made.by(migration.down());
            migration.down().forEach(statement -> look(migration, statement, up, down, remarks));
        }
    }

    private static void look(MigrationView migration, ParsedStatement statement, Made up, Made down, Remarks remarks) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.Drop drop && KINDS.contains(drop.kind())) {
            for (Name name : drop.names()) {
                if (!up.has(drop.kind(), name) && !down.has(drop.kind(), name) && !itsOwn(drop, name, up)) {
                    say(migration, statement, 0, name, "drops", remarks);
                }
            }
        } else if (tree instanceof SqlTree.Truncate truncate) {
            truncate.tables().stream()
                    .filter(table -> !up.has(ObjectKind.TABLE, table) && !writes(migration, table))
                    .forEach(table -> say(migration, statement, 0, table, "empties", remarks));
        } else if (tree instanceof SqlTree.AlterTable alter && !up.has(ObjectKind.TABLE, alter.table())) {
            alter.actions().forEach(action -> {
                if (action instanceof TableAction.DropColumn drop
                        && !up.has(ObjectKind.COLUMN, alter.table(), drop.column())
                        && !down.has(ObjectKind.COLUMN, alter.table(), drop.column())) {
                    say(migration, statement, drop.offset(), drop.column(), "drops", remarks);
                } else if (action instanceof TableAction.DropConstraint drop
                        && !up.has(ObjectKind.CONSTRAINT, alter.table(), drop.constraint())
                        && !down.has(ObjectKind.CONSTRAINT, alter.table(), drop.constraint())) {
                    say(migration, statement, drop.offset(), drop.constraint(), "drops", remarks);
                }
            });
        }
    }

    /** An index or sequence whose name the product has found, for a table of the way up. */
    private static boolean itsOwn(SqlTree.Drop drop, Name name, Made up) {
        boolean found = drop.kind() == ObjectKind.INDEX || drop.kind() == ObjectKind.SEQUENCE;
        return found && up.anyTouchedBegins(name);
    }

    private static boolean writes(MigrationView migration, Name table) {
        return migration.up().stream()
                .flatMap(statement -> statement.as(SqlTree.Insert.class).stream())
                .anyMatch(insert -> insert.table().same(table));
    }

    private static void say(
            MigrationView migration, ParsedStatement statement, int offset, Name name, String does, Remarks remarks) {
        remarks.at(
                migration,
                statement.source(),
                offset,
                name.written(),
                "The rollback " + does + " " + name + ", which this migration does not make",
                Inverse.of(migration)
                        .map(sql -> "Take back what the way up does: " + sql)
                        .orElse(FACTS.instead()));
    }
}
