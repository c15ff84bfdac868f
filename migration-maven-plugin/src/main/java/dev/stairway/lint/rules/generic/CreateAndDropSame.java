package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;

/** Something that is made and removed again, and nobody has used it in between. */
public final class CreateAndDropSame implements LintRule {

    private static final Facts FACTS = Facts.of("G35", "create-and-drop-same", Severity.INFO)
            .catches("An object that is made and removed again by the same migration")
            .when(
                    "A table, view, index, sequence, type, function or column is made and later dropped in one migration, and no"
                            + " statement in between reads it. Quiet for temporary tables, for a table that other statements work"
                            + " with, and for an index around a change of data.")
            .effect(
                    "Nothing is left of it, so one of the two statements is a mistake: a line that was meant for the rollback, or the"
                            + " wrong name.")
            .instead("Remove both statements, or move the DROP to the rollback")
            .see("https://www.postgresql.org/docs/current/sql-droptable.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        for (int at = 0; at < migration.up().size(); at++) {
            ParsedStatement removing = migration.up().get(at);
            List<ParsedStatement> before = migration.up().subList(0, at);
            if (removing.tree() instanceof SqlTree.Drop drop) {
                drop.names().forEach(name -> object(migration, before, removing, drop.kind(), name, remarks));
            } else if (removing.tree() instanceof SqlTree.AlterTable altered) {
                column(migration, before, removing, altered, remarks);
            }
        }
    }

    private static void object(
            MigrationView migration,
            List<ParsedStatement> before,
            ParsedStatement removing,
            ObjectKind kind,
            Name name,
            Remarks remarks) {
        int made = lastMaking(before, kind, name);
        if (made >= 0 && before.subList(made + 1, before.size()).stream().noneMatch(s -> uses(s, kind, name))) {
            say(migration, before.get(made), removing, name, 0, remarks);
        }
    }

    private static int lastMaking(List<ParsedStatement> before, ObjectKind kind, Name name) {
        for (int at = before.size() - 1; at >= 0; at--) {
            SqlTree tree = before.get(at).tree();
            boolean renames = tree instanceof SqlTree.Rename || tree instanceof SqlTree.AlterTable;
            boolean temporary = tree instanceof SqlTree.CreateTable table && table.temporary();
            if (tree != null
                    && !temporary
                    && !renames
                    && NewName.of(tree).stream()
                            .anyMatch(made -> made.kind() == kind && made.name().same(name))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean uses(ParsedStatement statement, ObjectKind kind, Name name) {
        SqlTree tree = statement.tree();
        int mentions = Mentions.count(statement.source().sql(), name);
        if (kind == ObjectKind.INDEX) {
            return tree == null
                    || tree instanceof SqlTree.Update
                    || tree instanceof SqlTree.Insert
                    || tree instanceof SqlTree.Delete
                    || tree instanceof SqlTree.DoBlock
                    || tree instanceof SqlTree.Select
                    || tree instanceof SqlTree.Call;
        }
        return mentions > (writesOnly(tree, name) ? 1 : 0);
    }

    private static boolean writesOnly(SqlTree tree, Name name) {
        if (tree instanceof SqlTree.Insert insert) {
            return insert.table().same(name);
        }
        return tree instanceof SqlTree.AlterTable altered && altered.table().same(name)
                || tree instanceof SqlTree.CreateIndex made && made.table().same(name)
                || tree instanceof SqlTree.Comment
                || tree instanceof SqlTree.Grant;
    }

    private static void column(
            MigrationView migration,
            List<ParsedStatement> before,
            ParsedStatement removing,
            SqlTree.AlterTable altered,
            Remarks remarks) {
        for (TableAction action : altered.actions()) {
            if (action instanceof TableAction.DropColumn dropped) {
                int made = adding(before, altered.table(), dropped.column());
                if (made >= 0
                        && before.subList(made + 1, before.size()).stream()
                                .noneMatch(s -> Mentions.of(s.source().sql(), dropped.column()))) {
                    say(migration, before.get(made), removing, dropped.column(), dropped.offset(), remarks);
                }
            }
        }
    }

    private static int adding(List<ParsedStatement> before, Name table, Name column) {
        for (int at = before.size() - 1; at >= 0; at--) {
            if (before.get(at).tree() instanceof SqlTree.AlterTable altered
                    && altered.table().same(table)
                    && altered.actions().stream()
                            .anyMatch(action -> action instanceof TableAction.AddColumn added
                                    && added.column().name().same(column))) {
                return at;
            }
        }
        return -1;
    }

    private static void say(
            MigrationView migration,
            ParsedStatement making,
            ParsedStatement removing,
            Name name,
            int offset,
            Remarks remarks) {
        remarks.at(
                migration,
                removing.source(),
                offset,
                name.written(),
                name.written() + " is dropped by the migration that has made it in line "
                        + making.source().line() + ", and nothing has used it",
                FACTS.instead());
    }
}
