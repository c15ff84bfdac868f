package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.parse.ParsedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A way back that needs what the session of the way up had. */
public final class SameSessionLeak implements LintRule {

    private static final Facts FACTS = Facts.of("C06", "same-session-leak", Severity.ERROR)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A rollback that relies on the session of the way up")
            .when(
                    "The way back reads a temporary table that the way up makes, or needs a search path, a role, a setting of the"
                            + " application or an attached file that the way up has set. Quiet when the way back makes or sets it"
                            + " itself.")
            .effect(
                    "Tests that run both ways in one session pass. In production the rollback comes days later in another"
                            + " session, where all that is gone: it fails, or works on other objects.")
            .instead(
                    "Keep what the rollback needs in an ordinary table, and set in the rollback itself what it relies on")
            .see(
                    "https://www.postgresql.org/docs/current/sql-createtable.html",
                    "https://www.postgresql.org/docs/current/sql-set.html")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        SessionState left = SessionState.after(migration.up());
        List<ParsedStatement> before = new ArrayList<>();
        for (ParsedStatement statement : migration.down()) {
            Optional<SessionState.Thing> needed = left.neededBy(statement, SessionState.after(before));
            if (needed.isPresent()) {
                remarks.at(
                        migration,
                        statement.source(),
                        0,
                        needed.get().name(),
                        "The rollback needs " + needed.get().words() + " of the way up, which only its session has",
                        needed.get().instead());
                return;
            }
            before.add(statement);
        }
    }
}
