package dev.stairway.run;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Difference;
import dev.stairway.integrity.Check;
import dev.stairway.integrity.Check.Place;
import dev.stairway.integrity.Inspector;
import dev.stairway.integrity.Inspectors;
import dev.stairway.integrity.Kind;
import dev.stairway.integrity.Scope;
import dev.stairway.integrity.Standing;
import dev.stairway.integrity.Violation;
import dev.stairway.run.StateChecks.Way;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The invariant "rows keep what the schema promises", after every move. What was broken before a migration is not its doing:
 * only what a move adds to it is a finding of its own, and all the rest is told once.
 */
final class IntegrityCheck {

    private final Bench bench;
    private final Optional<Inspector> inspector;
    private final Set<Place> told = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    /** What holds now; null when nothing is known. */
    private Standing now;
    /** Before the present migration. */
    private Standing before;
    /** After it was applied for the first time. */
    private Standing applied;

    IntegrityCheck(Bench bench) {
        this.bench = bench;
        this.inspector = Inspectors.of(bench.database().id());
    }

    /** About no migration. */
    List<Finding> findings() {
        return findings;
    }

    /**
     * Before a migration.
     *
     * @param loaded what somebody brought by means of his own
     * @param filled what the generator added, held to the constraints by the database
     */
    void begin(Difference loaded, Difference filled) throws SQLException {
        if (inspector.isEmpty()) {
            return;
        }
        if (now == null) {
            now = new Standing(inspector.get());
            look(Scope.EVERYTHING, false);
        } else {
            look(new TouchedTables(loaded), false);
            look(new TouchedTables(filled), true);
        }
        brokenBefore();
        before = now.copy();
    }

    /** After rows were written that the database held to its constraints. */
    void written(Difference written) throws SQLException {
        if (inspector.isPresent()) {
            look(new TouchedTables(written), true);
        }
    }

    /** What the move broke. */
    List<Finding> after(Way way, Migration migration, Difference change) throws SQLException {
        if (inspector.isEmpty()) {
            return List.of();
        }
        Standing start = now.copy();
        look(new TouchedTables(change), false);
        if (way == Way.UP) {
            applied = now.copy();
        }
        return found(way, migration, start);
    }

    /** The database was put back into the state after the migration was applied. */
    void rebuilt() {
        now = applied == null ? null : applied.copy();
    }

    /** Nothing is known of the database any more. */
    void lost() {
        now = null;
    }

    private void look(Scope scope, boolean promisedOnly) throws SQLException {
        if (scope.tables() != null && scope.tables().isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        try (JdbcSession session = ((JdbcDatabase) bench.database()).newSession()) {
            now.look(session.raw(), scope, promisedOnly);
        }
        bench.checked(System.nanoTime() - start);
        notAsked();
    }

    private List<Finding> found(Way way, Migration migration, Standing start) {
        Map<Rule, List<String>> lines = new EnumMap<>(Rule.class);
        Map<Rule, Kind> kinds = new EnumMap<>(Rule.class);
        for (Violation violation : now.broken()) {
            Place place = violation.check().place();
            long allowed = Math.max(before.rows(place), start.rows(place));
            allowed = Math.max(allowed, way == Way.UP_AGAIN ? applied.rows(place) : 0);
            if (violation.rows() > allowed && !renamed(violation, start)) {
                Rule rule = rule(violation.check());
                lines.computeIfAbsent(rule, r -> new ArrayList<>()).add(IntegrityPhrases.line(violation, allowed));
                kinds.putIfAbsent(rule, violation.check().kind());
                told.add(place);
            }
        }
        List<Finding> found = new ArrayList<>();
        lines.forEach((rule, evidence) -> found.add(finding(way, migration, rule, kinds.get(rule), evidence)));
        return found;
    }

    private Rule rule(Check check) {
        boolean arrived = check.unchecked() && !before.knows(check.place()) && check.kind() != Kind.DUPLICATE_KEYS;
        return arrived ? Rule.CONSTRAINT_NOT_MET : Rule.valueOf(check.kind().name());
    }

    private static Finding finding(Way way, Migration migration, Rule rule, Kind kind, List<String> evidence) {
        return rule == Rule.CONSTRAINT_NOT_MET
                ? new Finding(
                        rule,
                        migration,
                        way.words() + " adds a constraint unchecked that rows break",
                        evidence,
                        "Correct those rows; as long as they are there the constraint cannot be validated, and reports"
                                + " that trust it are wrong")
                : new Finding(
                        rule,
                        migration,
                        way.words() + " " + IntegrityPhrases.title(kind),
                        evidence,
                        IntegrityPhrases.remedy(kind));
    }

    /** The same rows under another name: a table or a constraint was renamed. */
    private boolean renamed(Violation violation, Standing start) {
        return start.broken().stream()
                .filter(old -> now.rows(old.check().place()) == 0)
                .anyMatch(old -> old.check().kind() == violation.check().kind()
                        && old.check().columns().equals(violation.check().columns())
                        && old.rows() >= violation.rows());
    }

    private void brokenBefore() {
        List<String> lines = new ArrayList<>();
        for (Violation violation : now.broken()) {
            if (told.add(violation.check().place())) {
                lines.add(IntegrityPhrases.line(violation, 0));
            }
        }
        if (!lines.isEmpty()) {
            findings.add(new Finding(
                    Rule.BROKEN_BEFORE,
                    null,
                    "Rows break what the schema says, and no migration did it",
                    lines,
                    "Nothing to repair where generated rows break a constraint that the database does not enforce"));
        }
    }

    private void notAsked() {
        List<String> lines = new ArrayList<>();
        now.notAsked().forEach((place, reason) -> {
            if (told.add(place)) {
                lines.add(place.table() + (place.constraint().isEmpty() ? "" : ", " + place.constraint()) + ": "
                        + reason);
            }
        });
        if (!lines.isEmpty()) {
            findings.add(new Finding(
                    Rule.INTEGRITY_NOT_CHECKED,
                    null,
                    "Some rows were not held against what the schema says of them",
                    lines.stream().sorted().toList(),
                    "Nothing to repair; look at these tables by other means"));
        }
    }
}
