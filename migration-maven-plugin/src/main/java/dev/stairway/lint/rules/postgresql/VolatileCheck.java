package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Volatility;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** P50. */
public final class VolatileCheck implements LintRule {

    private static final Set<String> CLOCKS = Set.of(
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "transaction_timestamp",
            "statement_timestamp",
            "clock_timestamp",
            "timeofday");
    private static final Set<String> SURROUNDINGS = Set.of(
            "current_setting",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "pg_backend_pid",
            "inet_client_addr");
    /** What may stand around a clock without turning later into earlier: {@code extract(year from now())}. */
    private static final Set<String> KEEPS_ORDER =
            Set.of("(", ",", "FROM", "EXTRACT", "YEAR", "EPOCH", "DATE_PART", "DATE_TRUNC", Words.QUOTED);

    /** What is so many days from now is asked of whoever enters a row, and is no fact about the row. */
    private static final Set<String> MOVES = Set.of("+", "-");

    private static final Facts FACTS = Facts.of("P50", "volatile-check", Severity.WARNING)
            .about("postgresql")
            .catches("A check that is true today and false tomorrow")
            .when(
                    "The CHECK of a table or domain calls a function that gives another value each time, or depends on the session or on"
                            + " the clock. Quiet where the clock itself is the upper end, so that time can only make it truer: created_at <= now().")
            .effect(
                    "The server checks a row when it is written and never again. When a backup is restored, or the row is changed in"
                            + " another column, the same row is refused.")
            .instead(
                    "Check such a rule in a trigger or in the application, and leave to CHECK what depends on the row alone")
            .see("https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-CHECK-CONSTRAINTS")
            .provenBy(Proof.FAILS_ON_ROWS, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (Checks made : Checks.of(statement.tree())) {
            Constraint constraint = made.constraint();
            if (constraint.kind() == Constraint.Kind.CHECK && constraint.check() != null) {
                unsteady(constraint.check())
                        .ifPresent(function -> remarks.at(
                                statement,
                                constraint.offset(),
                                made.on().written(),
                                "Whether a row of " + made.on() + " obeys the check may change with the day, because "
                                        + function + " gives another value then"));
            }
        }
    }

    private static Optional<String> unsteady(Expression check) {
        return check.functions().stream()
                .sorted()
                .filter(function -> SURROUNDINGS.contains(function)
                        || CLOCKS.contains(function) && !staysTrue(check)
                        || !CLOCKS.contains(function) && Volatility.isKnown(function))
                .findFirst();
    }

    /** True when every clock is the upper end of a comparison: what was past once is past for ever. */
    private static boolean staysTrue(Expression check) {
        Words words = Words.of(check.text());
        for (int at = 0; at < words.size(); at++) {
            if (CLOCKS.contains(words.word(at).toLowerCase(Locale.ROOT)) && !isUpperEnd(words, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpperEnd(Words words, int clock) {
        int before = clock - 1;
        while (KEEPS_ORDER.contains(words.word(before))) {
            before--;
        }
        boolean below = words.word(before).equals("<")
                || words.word(before).equals("=") && words.word(before - 1).equals("<");
        boolean range = words.word(before).equals("AND")
                && (words.word(before - 2).equals("BETWEEN")
                        || words.word(before - 3).equals("BETWEEN"));
        int after = words.word(clock + 1).equals("(") ? clock + 3 : clock + 1;
        if (MOVES.contains(words.word(after))) {
            return false;
        }
        return below || range || words.word(after).equals(">");
    }
}
