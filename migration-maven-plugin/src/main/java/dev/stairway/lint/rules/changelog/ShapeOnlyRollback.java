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
import java.util.Optional;

/** A way back that makes the table or column again, empty. */
public final class ShapeOnlyRollback implements LintRule {

    private static final Facts FACTS = Facts.of("C03", "shape-only-rollback", Severity.WARNING)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A rollback that restores the shape and not the data")
            .when(
                    "The way up drops a table or column that was there before the release, the way back makes it again, and nothing"
                            + " in it brings rows or values back. That constants are written in their place, seed-in-rollback tells.")
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
            if (loss.dropped()) {
                made(loss, migration)
                        .ifPresent(statement -> remarks.at(
                                migration,
                                statement.source(),
                                0,
                                loss.table().written(),
                                "The rollback makes " + loss.object() + " again, without what was in it",
                                instead(loss)));
            }
        }
    }

    /** The statement of the way back that makes it again, where none brings back what was in it. */
    private static Optional<ParsedStatement> made(Loss loss, MigrationView migration) {
        return loss.column() == null ? table(loss, migration) : column(loss, migration);
    }

    private static Optional<ParsedStatement> table(Loss loss, MigrationView migration) {
        List<ParsedStatement> down = migration.down();
        return down.stream().anyMatch(statement -> fills(statement, loss))
                ? Optional.empty()
                : down.stream().filter(statement -> makes(statement, loss)).findFirst();
    }

    private static boolean makes(ParsedStatement statement, Loss loss) {
        return statement
                .as(SqlTree.CreateTable.class)
                .filter(create -> create.table().same(loss.table()) && create.as() == null)
                .isPresent();
    }

    private static boolean fills(ParsedStatement statement, Loss loss) {
        return statement
                        .as(SqlTree.Insert.class)
                        .filter(insert -> insert.table().same(loss.table()) && insert.query() != null)
                        .isPresent()
                || statement
                        .as(SqlTree.Copy.class)
                        .filter(copy -> copy.from() && copy.table().same(loss.table()))
                        .isPresent()
                || !statement.covered();
    }

    private static Optional<ParsedStatement> column(Loss loss, MigrationView migration) {
        List<ParsedStatement> down = migration.down();
        boolean set = down.stream()
                .flatMap(statement -> statement.as(SqlTree.Update.class).stream())
                .anyMatch(update -> update.table().same(loss.table()) && restores(update, loss));
        return set || !down.stream().allMatch(ParsedStatement::covered)
                ? Optional.empty()
                : down.stream().filter(statement -> adds(statement, loss)).findFirst();
    }

    /** What is the same in every row is made up. */
    private static boolean restores(SqlTree.Update update, Loss loss) {
        return update.where() != null && Names.contains(update.columns(), loss.column())
                || update.columns().stream()
                        .filter(loss.column()::same)
                        .map(update.columns()::indexOf)
                        .anyMatch(at -> at >= update.values().size()
                                || !update.values().get(at).literal());
    }

    private static boolean adds(ParsedStatement statement, Loss loss) {
        return Actions.on(loss.table(), List.of(statement), TableAction.AddColumn.class)
                .anyMatch(add ->
                        add.column().name().same(loss.column()) && add.column().generated() == null);
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
