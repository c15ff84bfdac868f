package dev.stairway.run;

import dev.stairway.assertion.Assertion;
import dev.stairway.assertion.Assertion.Expects;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Difference;
import dev.stairway.integrity.Inspector;
import dev.stairway.integrity.Inspectors;
import dev.stairway.integrity.QueryAnswer;
import dev.stairway.integrity.QueryAnswer.Kind;
import dev.stairway.run.StateChecks.Way;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The user's own queries, asked before and after every move. One that did not hold before a move is not that move's doing;
 * one whose tables are not there yet does not apply.
 */
final class AssertionCheck {

    private static final int SHOWN = 3;

    private final Bench bench;
    private final List<Assertion> assertions;
    private final AssertionSpan span;
    /** Null where no assertion applies. */
    private final Inspector inspector;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Assertion> applied = new HashSet<>();
    private final Set<Assertion> told = new HashSet<>();
    private final Map<Assertion, String> neverThere = new LinkedHashMap<>();
    /** Reported in the present step. */
    private final Set<Assertion> reported = new HashSet<>();
    /** What they answer now; null when that is not known. */
    private Map<Assertion, QueryAnswer> now;
    /** Before the present migration. */
    private Map<Assertion, QueryAnswer> before = Map.of();

    AssertionCheck(Bench bench, List<Assertion> all) {
        this.bench = bench;
        String product = bench.database().id().product();
        this.inspector = Inspectors.of(bench.database().id()).orElse(null);
        this.assertions = inspector != null
                ? all.stream()
                        .filter(a -> a.databases().isEmpty() || a.databases().contains(product))
                        .toList()
                : List.of();
        this.span = new AssertionSpan(
                assertions.isEmpty() ? List.of() : bench.engine().migrations());
        assertions.forEach(assertion -> span.unknown(assertion).ifPresent(what -> broken(assertion, what)));
    }

    /** About no migration. */
    List<Finding> findings() {
        return findings;
    }

    /** @param same true when no row came since the last move */
    void begin(Migration migration, boolean same) throws SQLException {
        reported.clear();
        span.before(migration);
        if (now == null || !same) {
            now = ask();
        }
        before = now;
        now.forEach((assertion, answer) -> {
            if (answer.answered() && !assertion.met(answer) && told.add(assertion)) {
                find(
                        Rule.ASSERTION_FAILS_BEFORE,
                        "An assertion does not hold, and no migration broke it",
                        wrong(assertion, answer),
                        "Generated rows know nothing of your rules; let the query leave them out, or give it rows of yours");
            }
        });
    }

    void written(Difference written) throws SQLException {
        if (!written.isEmpty()) {
            now = ask();
        }
    }

    List<Finding> after(Way way, Migration migration, Difference change) throws SQLException {
        if (assertions.isEmpty()) {
            return List.of();
        }
        Map<Assertion, QueryAnswer> start = now;
        if (way == Way.DOWN) {
            span.before(migration);
        } else {
            span.after(migration);
        }
        now = ask();
        List<String> lines = new ArrayList<>();
        now.forEach((assertion, answer) -> {
            List<String> wrong = wrong(way, assertion, start == null ? null : start.get(assertion), answer);
            if (!wrong.isEmpty() && reported.add(assertion)) {
                lines.addAll(wrong);
            }
        });
        return lines.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Rule.ASSERTION_FAILS,
                        migration,
                        way.words() + " breaks an assertion",
                        lines,
                        "Correct the migration, or end the assertion with '-- until: " + migration.name()
                                + "' when it is meant to hold no longer"));
    }

    /** The state is not the one that was asked about. */
    void forget() {
        now = null;
    }

    /** At head: what never applied checked nothing. */
    void finish() {
        neverThere.forEach((assertion, reason) -> {
            if (!applied.contains(assertion)) {
                find(
                        Rule.ASSERTION_NEVER_APPLIES,
                        "An assertion was never asked: what it asks for is never there",
                        List.of(assertion.place() + ": " + reason),
                        "Correct the names in the query, or say for which database it is ('-- databases: postgresql')");
            }
        });
    }

    private Map<Assertion, QueryAnswer> ask() throws SQLException {
        Map<Assertion, QueryAnswer> answers = new LinkedHashMap<>();
        List<Assertion> due = assertions.stream().filter(span::applies).toList();
        if (due.isEmpty()) {
            return answers;
        }
        long start = System.nanoTime();
        try (JdbcSession session = ((JdbcDatabase) bench.database()).newSession()) {
            for (Assertion assertion : due) {
                answers.put(assertion, inspector.query(session.raw(), assertion.sql()));
            }
        }
        bench.checked(System.nanoTime() - start);
        answers.forEach(this::note);
        return answers;
    }

    private void note(Assertion assertion, QueryAnswer answer) {
        switch (answer.kind()) {
            case ANSWERED -> applied.add(assertion);
            case NOT_THERE -> neverThere.putIfAbsent(assertion, answer.error());
            case BROKEN -> broken(assertion, answer.error());
        }
    }

    private void broken(Assertion assertion, String error) {
        if (told.add(assertion)) {
            find(
                    Rule.ASSERTION_BROKEN,
                    "An assertion cannot be asked",
                    List.of(assertion.place() + ": " + error),
                    "Correct the query; it must be one that reads alone and ends within a minute");
        }
    }

    private void find(Rule rule, String title, List<String> evidence, String remedy) {
        findings.add(new Finding(rule, null, title, evidence, remedy));
    }

    /** @param start before the move; null when it did not apply then */
    private List<String> wrong(Way way, Assertion assertion, QueryAnswer start, QueryAnswer answer) {
        if (answer.kind() == Kind.NOT_THERE) {
            QueryAnswer then = way == Way.DOWN ? before.get(assertion) : start;
            return then != null && then.answered()
                    ? List.of(assertion.shown() + ": can no longer be asked: " + answer.error())
                    : List.of();
        }
        if (!answer.answered()) {
            return List.of();
        }
        boolean asked = start != null && start.answered();
        if (assertion.expects() == Expects.UNCHANGED) {
            return asked && !start.sameAs(answer) ? changed(assertion, start, answer) : List.of();
        }
        boolean worse = !asked || assertion.met(start) || answer.count() > start.count();
        QueryAnswer first = before.get(assertion);
        boolean asBefore = first != null && first.answered() && first.sameAs(answer);
        return !assertion.met(answer) && worse && !asBefore ? wrong(assertion, answer) : List.of();
    }

    private static List<String> changed(Assertion assertion, QueryAnswer start, QueryAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(assertion.shown() + ": must not change, and does");
        lines.addAll(rows("before: ", start, answer));
        lines.addAll(rows("after: ", answer, start));
        return lines;
    }

    /** Those that the other does not have. */
    private static List<String> rows(String label, QueryAnswer answer, QueryAnswer other) {
        Map<String, Integer> left = new HashMap<>();
        other.rows().forEach(row -> left.merge(row, 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        for (String row : answer.rows()) {
            if (left.merge(row, -1, Integer::sum) < 0 && lines.size() < SHOWN) {
                lines.add(label + row);
            }
        }
        return lines;
    }

    private static List<String> wrong(Assertion assertion, QueryAnswer answer) {
        List<String> lines = new ArrayList<>();
        if (assertion.expects() == Expects.VALUE) {
            lines.add(assertion.shown() + ": expected " + assertion.value() + ", found "
                    + (answer.count() == 0 ? "no row" : answer.first()));
            return lines;
        }
        lines.add(assertion.shown() + ": " + answer.count() + (answer.count() == 1 ? " row" : " rows")
                + ", expected none");
        answer.rows().stream().limit(SHOWN).forEach(lines::add);
        return lines;
    }
}
