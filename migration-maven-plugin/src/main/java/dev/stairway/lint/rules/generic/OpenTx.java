package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import java.util.Optional;
import java.util.Set;

/** A migration does not commit what it does. */
public final class OpenTx implements LintRule {

    private static final Set<String> WHOLE = Set.of("BEGIN", "COMMIT", "ROLLBACK");

    private static final Facts FACTS = Facts.of("G26", "open-tx", Severity.ERROR)
            .catches("BEGIN without COMMIT, or with ROLLBACK at the end")
            .when(
                    "A migration begins a transaction that it does not end, or takes back with ROLLBACK what it has done.")
            .effect(
                    "The change vanishes when the session ends, and the migration is noted as applied all the same. Until then"
                            + " its locks are held.")
            .instead("Say COMMIT; at the end; or leave BEGIN out, where the runner begins a transaction itself.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-begin.html",
                    "https://www.sqlite.org/lang_transaction.html")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        vanishes(migration).ifPresent(statement -> {
            String what = verb(statement).equals("BEGIN")
                    ? "No COMMIT follows this BEGIN, so what is done behind it vanishes"
                    : "ROLLBACK takes back what the migration has done";
            remarks.at(migration, statement.source(), 0, "", what, FACTS.instead());
        });
    }

    /** The BEGIN that no COMMIT follows, or the ROLLBACK of what was done. */
    static Optional<ParsedStatement> vanishes(MigrationView migration) {
        ParsedStatement open = null;
        boolean changed = false;
        for (ParsedStatement statement : migration.up()) {
            String verb = verb(statement);
            if (verb.isEmpty()) {
                changed = true;
            } else if (verb.equals("ROLLBACK") && changed) {
                return Optional.of(statement);
            } else {
                open = verb.equals("BEGIN") ? statement : null;
                changed = false;
            }
        }
        return Optional.ofNullable(open);
    }

    /** BEGIN, COMMIT or ROLLBACK; empty for anything else, savepoints too. */
    static String verb(ParsedStatement statement) {
        return statement
                .as(Transaction.class)
                .map(Transaction::verb)
                .filter(WHOLE::contains)
                .orElse("");
    }
}
