package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.Targets.Version;

/** A statement that the oldest SQLite of the matrix does not know. */
public final class SqliteVersionGate implements LintRule {

    private static final Facts FACTS = Facts.of("L12", "sqlite-version-gate", Severity.ERROR)
            .about("sqlite")
            .catches("syntax that is newer than the oldest SQLite it has to run on")
            .when(
                    "A statement uses what came with a later version than the oldest one of the matrix: RENAME COLUMN (3.25), DROP"
                            + " COLUMN (3.35), STRICT (3.37), RETURNING (3.35), generated columns (3.31), UPSERT (3.24) and others.")
            .effect(
                    "SQLite comes with the driver or with the operating system, so the same file passes here and is a syntax"
                            + " error there.")
            .instead(
                    "Write it so that the oldest version knows it, for most changes of a table by a rebuild; or raise the oldest"
                            + " version, that of the driver.")
            .see("https://www.sqlite.org/changes.html", "https://www.sqlite.org/lang_altertable.html")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        Version oldest = statement.targets().oldest();
        for (Gates.Use use : Gates.of(statement)) {
            if (oldest.compareTo(use.since()) < 0) {
                remarks.at(
                        statement,
                        use.offset(),
                        "",
                        "SQLite " + oldest + " does not know " + use.name() + ", which came with " + use.since());
            }
        }
    }
}
