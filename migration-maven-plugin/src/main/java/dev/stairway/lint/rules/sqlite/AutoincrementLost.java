package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;

/** A table is written anew and forgets the ids that it has given away. */
public final class AutoincrementLost implements LintRule {

    private static final Facts FACTS = Facts.of("L15", "autoincrement-lost", Severity.WARNING)
            .about("sqlite")
            .catches("a rebuild that loses AUTOINCREMENT or the number it has come to")
            .when(
                    "A table with AUTOINCREMENT is written anew without it; or with it, but nothing in the migration takes its number"
                            + " in sqlite_sequence along. Quiet for tables of this release.")
            .effect(
                    "Ids of rows that were deleted are given to new rows: whoever has kept such an id elsewhere finds another"
                            + " row.")
            .instead(
                    "Write AUTOINCREMENT into the new table, too, and take its number along before the DROP: DELETE FROM"
                            + " sqlite_sequence WHERE name = 'the new table'; INSERT INTO sqlite_sequence (name, seq) SELECT 'the new"
                            + " table', seq FROM sqlite_sequence WHERE name = 'the table';")
            .see("https://www.sqlite.org/autoinc.html", "https://www.sqlite.org/lang_altertable.html#otheralter")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(ReleaseView way, Remarks remarks) {
        release(way, remarks);
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (Rebuilt rebuilt : Rebuilt.of(release)) {
            boolean before = numbers(rebuilt.old())
                    && release.before()
                            .table(rebuilt.name())
                            .map(AutoincrementLost::numbers)
                            .orElse(true);
            if (before && !rebuilt.drop().isNew(rebuilt.name()) && !rebuilt.fromQuery()) {
                look(rebuilt, remarks);
            }
        }
    }

    private static void look(Rebuilt rebuilt, Remarks remarks) {
        boolean still = numbers(rebuilt.now());
        if (!still) {
            remarks.at(
                    rebuilt.drop(),
                    0,
                    rebuilt.name().written(),
                    "The new " + rebuilt.name()
                            + " has no AUTOINCREMENT any more, so ids of deleted rows are given away again");
        } else if (!setsSequence(rebuilt)) {
            remarks.at(
                    rebuilt.drop(),
                    0,
                    rebuilt.name().written(),
                    "The new " + rebuilt.name()
                            + " goes on counting from the highest id that was copied, so ids of rows"
                            + " that are deleted already are given away again",
                    "Before the DROP: DELETE FROM sqlite_sequence WHERE name = '"
                            + rebuilt.rebuild().copy().name()
                            + "'; INSERT INTO sqlite_sequence (name, seq) SELECT '"
                            + rebuilt.rebuild().copy().name()
                            + "', seq FROM sqlite_sequence WHERE name = '"
                            + rebuilt.name().name() + "';");
        }
    }

    private static boolean numbers(Table table) {
        return table.columns().stream().anyMatch(Column::identity);
    }

    private static boolean setsSequence(Rebuilt rebuilt) {
        return rebuilt.drop().migration().up().stream()
                .anyMatch(statement -> statement
                        .source()
                        .sql()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("sqlite_sequence"));
    }
}
