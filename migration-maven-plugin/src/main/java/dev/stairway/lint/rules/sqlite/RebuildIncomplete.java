package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Trigger;
import dev.stairway.lint.schema.View;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.RenameTable;
import java.util.List;
import java.util.stream.Collectors;

/** A table is written anew, and not all that it had comes back. */
public final class RebuildIncomplete implements LintRule {

    private static final Facts FACTS = Facts.of("L01", "rebuild-incomplete", Severity.ERROR)
            .about("sqlite")
            .catches("a rebuild of a table that forgets indexes, triggers, views or constraints")
            .when(
                    "A table is written anew (new table, copy, drop, rename, or any other order), and an index, a trigger or a"
                            + " constraint that it had is not there when the release is done; or the new table gets its name while a"
                            + " view still reads from it. Quiet for what was dropped by name before, for constraints on columns that"
                            + " are gone, and where leaving one constraint out is all that the rebuild does.")
            .effect(
                    "Indexes and triggers go with the old table without a word: queries become slow, unique indexes no longer"
                            + " keep duplicates out, and triggers no longer fire. With a view in the way, SQLite refuses the rename.")
            .instead(
                    "Ask SELECT type, sql FROM sqlite_schema WHERE tbl_name = 'the table'; before the rebuild, and create all"
                            + " that it shows again afterwards. Drop views of the table first, and create them again at the end.")
            .see("https://www.sqlite.org/lang_altertable.html#otheralter", "https://www.sqlite.org/lang_droptable.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.QUERY_SUFFERS, Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (RenameTable rename : Actions.of(statement, RenameTable.class)) {
            Name to = rename.to();
            boolean legacy = Sqlite.on(statement, "legacy_alter_table");
            List<View> views = statement.schema().viewsOn(to);
            if (!legacy && !views.isEmpty() && statement.schema().table(to).isEmpty()) {
                Name view = views.get(0).name();
                remarks.at(
                        statement,
                        rename.offset(),
                        view.written(),
                        "The rename fails, because view " + view + " reads from " + to
                                + ", which is not there at that moment",
                        "DROP VIEW " + view + "; before the rebuild, and CREATE VIEW " + view
                                + " AS ...; after the rename");
            }
        }
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (Rebuilt rebuilt : Rebuilt.of(release)) {
            indexes(rebuilt, remarks);
            triggers(rebuilt, release, remarks);
            constraints(rebuilt, remarks);
        }
    }

    private static void indexes(Rebuilt rebuilt, Remarks remarks) {
        for (Index index : LostParts.indexes(rebuilt)) {
            String parts = index.parts().stream().map(IndexPart::written).collect(Collectors.joining(", "));
            String again =
                    "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + index.name() + " ON " + rebuilt.name()
                            + " (" + parts + ")" + (index.partial() ? " WHERE " + index.condition() : "") + ";";
            remarks.at(
                    rebuilt.drop(),
                    0,
                    index.name().written(),
                    (index.unique() ? "Unique index " : "Index ") + index.name() + " goes with the old "
                            + rebuilt.name() + ", and nothing creates it again",
                    again);
        }
    }

    private static void triggers(Rebuilt rebuilt, ReleaseView release, Remarks remarks) {
        List<Trigger> left = release.after().triggersOn(rebuilt.name());
        for (Trigger trigger : rebuilt.drop().schema().triggersOn(rebuilt.old().name())) {
            if (left.stream().noneMatch(one -> one.name().same(trigger.name()))) {
                remarks.at(
                        rebuilt.drop(),
                        0,
                        trigger.name().written(),
                        "Trigger " + trigger.name() + " goes with the old " + rebuilt.name()
                                + ", and nothing creates it again",
                        "CREATE TRIGGER " + trigger.name() + " ... ON " + rebuilt.name() + " ...; after the rename");
            }
        }
    }

    private static void constraints(Rebuilt rebuilt, Remarks remarks) {
        if (rebuilt.fromQuery()) {
            if (LostParts.saysMoreThanTypes(rebuilt.old())) {
                remarks.at(
                        rebuilt.drop(),
                        0,
                        rebuilt.name().written(),
                        "The new " + rebuilt.name()
                                + " comes from CREATE TABLE ... AS SELECT, which keeps no key, no NOT"
                                + " NULL, no default and no check",
                        "CREATE TABLE " + Names.made(rebuilt.name(), "new") + " (...); with every column and constraint"
                                + " written out, then INSERT INTO ... SELECT");
            }
            return;
        }
        for (Constraint lost : LostParts.constraints(rebuilt)) {
            remarks.at(
                    rebuilt.drop(),
                    0,
                    rebuilt.name().written(),
                    "The new " + rebuilt.name() + " has no " + LostParts.words(lost) + " any more",
                    "Write the constraint into the CREATE TABLE of the new " + rebuilt.name() + ", too");
        }
    }
}
