package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.rules.changelog.Losses.Loss;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;

/** A way back that makes the table or column again, empty. */
public final class ShapeOnlyRollback implements LintRule {

    private static final Facts FACTS = Facts.of("C03", "shape-only-rollback", Severity.WARNING)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A rollback that restores the shape and not the data")
            .when(
                    "The way up drops a table or column that was there before the release, the way back makes it again, and nothing"
                            + " in it brings rows or values back; where it makes values up, seed-in-rollback speaks.")
            .effect(
                    "After the rollback everything looks right, and the data is gone: the release counts as reversible and is"
                            + " not.")
            .instead("Copy the data aside on the way up, and take it from there on the way back; or call the migration"
                    + " irreversible and waive this rule with the reason")
            .see("https://docs.liquibase.com/workflows/liquibase-community/using-rollback.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (Loss loss : Losses.of(release).all()) {
            MigrationView migration = loss.statement().migration();
            if (loss.dropped() && (loss.column() == null ? table(loss, migration) : column(loss, migration))) {
                remarks.at(
                        loss.statement(),
                        loss.offset(),
                        loss.table().written(),
                        "The rollback makes " + loss.object() + " again, without what was in it",
                        instead(loss));
            }
        }
    }

    private static boolean table(Loss loss, MigrationView migration) {
        boolean made = migration.down().stream()
                .flatMap(statement -> statement.as(SqlTree.CreateTable.class).stream())
                .anyMatch(create -> create.table().same(loss.table()) && create.as() == null);
        return made && migration.down().stream().noneMatch(statement -> fills(statement, loss));
    }

    private static boolean fills(ParsedStatement statement, Loss loss) {
        return statement
                        .as(SqlTree.Insert.class)
                        .filter(insert -> insert.table().same(loss.table()))
                        .isPresent()
                || statement
                        .as(SqlTree.Copy.class)
                        .filter(copy -> copy.from() && copy.table().same(loss.table()))
                        .isPresent()
                || !statement.covered();
    }

    private static boolean column(Loss loss, MigrationView migration) {
        List<ParsedStatement> down = migration.down();
        boolean made = Actions.on(loss.table(), down, TableAction.AddColumn.class)
                .anyMatch(add ->
                        add.column().name().same(loss.column()) && add.column().generated() == null);
        boolean set = down.stream()
                .flatMap(statement -> statement.as(SqlTree.Update.class).stream())
                .anyMatch(
                        update -> update.table().same(loss.table()) && Names.contains(update.columns(), loss.column()));
        return made && !set && down.stream().allMatch(ParsedStatement::covered);
    }

    private static String instead(Loss loss) {
        String kept = Names.beside(loss.table(), loss.table(), "kept");
        return loss.column() == null
                ? "Keep the rows instead of dropping them, and let the rollback rename the table back: ALTER TABLE "
                        + loss.table() + " RENAME TO " + Names.made(loss.table(), "kept") + ";"
                : "Keep the values before the column goes, and let the rollback set them again: CREATE TABLE " + kept
                        + " AS SELECT id, " + loss.column() + " FROM " + loss.table() + ";";
    }
}
