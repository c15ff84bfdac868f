package dev.stairway.integrity;

import dev.stairway.integrity.Check.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which promises are there now and which of them rows break. A look asks again about what was touched only: a promise that
 * is known and whose columns nobody wrote is as it was.
 */
public final class Standing {

    private final Inspector inspector;
    private final Map<Place, Check> known = new HashMap<>();
    private final Map<Place, Violation> broken = new LinkedHashMap<>();
    private final Map<Place, String> notAsked = new LinkedHashMap<>();
    private long asked;

    public Standing(Inspector inspector) {
        this.inspector = inspector;
    }

    /**
     * Brings it up to date.
     *
     * @param promisedOnly true when all that happened was rows being added that the database itself held to its
     *     constraints, so that only those it does not vouch for can be broken
     */
    public void look(Connection connection, Scope scope, boolean promisedOnly) throws SQLException {
        Set<String> tables = scope.tables();
        List<Check> checks = inspector.checks(connection, tables);
        forget(tables, checks);
        List<Check> due = new ArrayList<>();
        for (Check check : checks) {
            if (due(check, scope) && (!promisedOnly || check.unchecked() || cheap(check))) {
                due.add(check);
            }
            known.put(check.place(), check);
        }
        asked += due.size();
        inspector.ask(connection, due).forEach(this::keep);
    }

    /** Asked at next to no cost, and changes without any row being written. */
    private static boolean cheap(Check check) {
        return switch (check.kind()) {
            case SEQUENCE_BEHIND, KEYS_REUSED, FOREIGN_KEY_UNUSABLE -> true;
            default -> false;
        };
    }

    private boolean due(Check check, Scope scope) {
        Check before = known.get(check.place());
        return before == null
                || !before.sameAs(check)
                || cheap(check)
                || scope.wrote(check.table(), check.columns())
                || !check.parent().isEmpty() && scope.took(check.parent(), check.parentColumns());
    }

    private void forget(Set<String> tables, List<Check> checks) {
        List<Place> present = checks.stream().map(Check::place).toList();
        Set<Place> there = Set.copyOf(present);
        known.values()
                .removeIf(check -> (tables == null
                                || tables.contains(check.table())
                                || !check.parent().isEmpty() && tables.contains(check.parent()))
                        && !there.contains(check.place()));
        broken.keySet().retainAll(known.keySet());
        notAsked.keySet().retainAll(known.keySet());
    }

    private void keep(Check check, Answer answer) {
        broken.remove(check.place());
        notAsked.remove(check.place());
        if (!answer.notAsked().isEmpty()) {
            notAsked.put(check.place(), answer.notAsked());
        } else if (answer.rows() > 0) {
            broken.put(check.place(), new Violation(check, answer.rows(), answer.exact(), answer.examples()));
        }
    }

    /** What is broken now. */
    public List<Violation> broken() {
        return List.copyOf(broken.values());
    }

    /** Rows that break the promise now. */
    public long rows(Place place) {
        Violation violation = broken.get(place);
        return violation == null ? 0 : violation.rows();
    }

    /** True when there is such a promise now. */
    public boolean knows(Place place) {
        return known.containsKey(place);
    }

    /** Promises to which there was no answer, with the reason. */
    public Map<Place, String> notAsked() {
        return Map.copyOf(notAsked);
    }

    /** How many questions were asked so far. */
    public long asked() {
        return asked;
    }

    /** The same as a value of its own. */
    public Standing copy() {
        Standing copy = new Standing(inspector);
        copy.known.putAll(known);
        copy.broken.putAll(broken);
        copy.notAsked.putAll(notAsked);
        copy.asked = asked;
        return copy;
    }
}
