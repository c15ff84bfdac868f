package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.tree.Column;

/** A table is written anew and forgets the ids that it has given away. */
public final class AutoincrementLost implements LintRule {

    private static final Facts FACTS = Facts.of("L15", "autoincrement-lost", Severity.WARNING)
            .about("sqlite")
            .catches("a rebuild that loses AUTOINCREMENT or the number it has come to")
            .when(
                    "A table with AUTOINCREMENT is written anew without it; or with it, but rows are left out of the copy and"
                            + " nothing sets sqlite_sequence. Quiet when all rows are copied into a table with AUTOINCREMENT.")
            .effect(
                    "Ids of rows that were deleted are given to new rows: whoever has kept such an id elsewhere finds another"
                            + " row.")
            .instead(
                    "Write AUTOINCREMENT into the new table, too, and set its number: UPDATE sqlite_sequence SET seq = (SELECT"
                            + " seq FROM sqlite_sequence WHERE name = 'the table') WHERE name = 'the new table'; before the DROP.")
            .see("https://www.sqlite.org/autoinc.html", "https://www.sqlite.org/lang_altertable.html#otheralter")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (Rebuilt rebuilt : Rebuilt.of(release)) {
            boolean before = rebuilt.old().columns().stream().anyMatch(Column::identity);
            if (before && !rebuilt.fromQuery()) {
                look(rebuilt, remarks);
            }
        }
    }

    private static void look(Rebuilt rebuilt, Remarks remarks) {
        boolean still = rebuilt.now().columns().stream().anyMatch(Column::identity);
        if (!still) {
            remarks.at(
                    rebuilt.drop(),
                    0,
                    rebuilt.name().written(),
                    "The new " + rebuilt.name()
                            + " has no AUTOINCREMENT any more, so ids of deleted rows are given away again");
        } else if (rebuilt.rebuild().leavesRows() && !setsSequence(rebuilt)) {
            remarks.at(
                    rebuilt.drop(),
                    0,
                    rebuilt.name().written(),
                    "Rows of " + rebuilt.name()
                            + " are left out, and the new table goes on counting from the highest id that"
                            + " was copied");
        }
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
