package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree.Select;
import dev.stairway.script.sql.tree.SqlTree.SetParameter;
import java.util.List;

/** A migration begins or ends transactions though its runner does. */
public final class ExplicitTx implements LintRule {

    private static final String WORK = "WORK";

    /** Its files are the transactions: golang-migrate sends a file as one message, and keeps its own note apart. */
    private static final String SCRIPTS = "sql";

    private static final Facts FACTS = Facts.of("G25", "explicit-tx", Severity.WARNING)
            .catches("BEGIN or COMMIT in a migration that its runner wraps in a transaction")
            .when(
                    "A migration that runs in the runner's transaction says BEGIN, COMMIT or ROLLBACK. Quiet for savepoints, for"
                            + " migrations that run outside a transaction, where open-tx speaks, and for plain scripts on PostgreSQL"
                            + " with one BEGIN and one COMMIT around all that changes something: that is one transaction still.")
            .effect(
                    "COMMIT ends the runner's transaction as well: what follows, and the note that the migration is applied, are"
                            + " committed one by one. A failure in between leaves half of it done. SQLite refuses a BEGIN within a"
                            + " transaction.")
            .instead(
                    "Leave BEGIN and COMMIT to the runner; or tell the runner to run this migration outside a transaction.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-begin.html",
                    "https://www.sqlite.org/lang_transaction.html")
            .provenBy(Proof.FAILS, Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        boolean postgres = release.targets().is("postgresql");
        release.migrations().forEach(migration -> look(migration, postgres, remarks));
    }

    private static void look(MigrationView migration, boolean postgres, Remarks remarks) {
        boolean fine = !migration.transactional() || OpenTx.vanishes(migration).isPresent();
        if (fine || postgres && migration.engine().equals(SCRIPTS) && isWhole(migration)) {
            return;
        }
        List<ParsedStatement> controls = migration.up().stream()
                .filter(statement -> !OpenTx.verb(statement).isEmpty())
                .toList();
        controls.stream().limit(1).forEach(statement -> look(migration, statement, remarks));
        controls.stream()
                .skip(1)
                .filter(statement -> !OpenTx.verb(statement).equals("BEGIN"))
                .reduce((one, other) -> other)
                .ifPresent(statement -> look(migration, statement, remarks));
    }

    /** There a BEGIN within a transaction is a warning only: https://www.postgresql.org/docs/current/sql-begin.html. */
    private static boolean isWhole(MigrationView migration) {
        List<String> course = migration.up().stream()
                .map(ExplicitTx::course)
                .filter(step -> !step.isEmpty())
                .toList();
        boolean once = course.stream().filter(step -> !step.equals(WORK)).count() == 2;
        return once
                && course.get(0).equals("BEGIN")
                && course.get(course.size() - 1).equals("COMMIT");
    }

    /** BEGIN, COMMIT, ROLLBACK or work; empty for what only sets or asks. */
    private static String course(ParsedStatement statement) {
        boolean idle = statement.as(SetParameter.class).isPresent()
                || statement.as(Select.class).isPresent();
        String verb = OpenTx.verb(statement);
        return verb.isEmpty() && !idle ? WORK : verb;
    }

    private static void look(MigrationView migration, ParsedStatement statement, Remarks remarks) {
        String verb = OpenTx.verb(statement);
        String what = verb.equals("BEGIN")
                ? "BEGIN is said within the transaction that the runner has begun, which the COMMIT behind it ends early"
                : verb + " ends the transaction that the runner has begun";
        remarks.at(migration, statement.source(), 0, "", what, FACTS.instead());
    }
}
