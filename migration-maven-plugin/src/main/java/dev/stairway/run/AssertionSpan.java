package dev.stairway.run;

import dev.stairway.assertion.Assertion;
import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import java.util.List;
import java.util.Optional;

/** Where in the changelog the walk is, and which assertions must hold there. */
final class AssertionSpan {

    private static final int BASE = -1;

    private final List<Migration> migrations;
    /** The last migration that is applied. */
    private int at = BASE;

    AssertionSpan(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    void before(Migration migration) {
        at = migrations.indexOf(migration) - 1;
    }

    void after(Migration migration) {
        at = migrations.indexOf(migration);
    }

    boolean applies(Assertion assertion) {
        int from = first(assertion.from());
        int until = first(assertion.until());
        boolean begun = assertion.from().isEmpty() || from >= 0 && at >= from;
        return begun && (assertion.until().isEmpty() || until >= 0 && at < until);
    }

    /** A pattern of it that no migration matches. */
    Optional<String> unknown(Assertion assertion) {
        for (String pattern : List.of(assertion.from(), assertion.until())) {
            if (!pattern.isEmpty() && first(pattern) < 0) {
                return Optional.of("no migration is called '" + pattern + "'");
            }
        }
        return Optional.empty();
    }

    private int first(String pattern) {
        for (int i = 0; !pattern.isEmpty() && i < migrations.size(); i++) {
            if (IdPattern.of(pattern)
                    .matches(migrations.get(i).id(), migrations.get(i).name())) {
                return i;
            }
        }
        return -1;
    }
}
