package dev.stairway.run;

import dev.stairway.finding.Rule;
import dev.stairway.finding.Severity;
import java.util.List;
import java.util.Map;

/**
 * One SQL migration and what the walk must say about it.
 *
 * @param product {@code postgresql} or {@code sqlite}
 * @param group name of the file that tells it: a class of defects, or of correct migrations
 * @param number of the case in its file
 * @param name a sentence
 * @param from oldest release that it runs on; 0 for any
 * @param until newest release that it runs on
 * @param correct true when nothing is wrong with it; what is found is then said in full
 * @param rows that every table is filled up to before
 * @param alone true when it needs a database of its own
 * @param base statements that make the state before
 * @param up statements that apply it
 * @param down statements that take it back; null when none are written
 * @param attributes of the change set
 * @param verdict label of the verdict; empty when any will do
 * @param findings what must be found; none for a correct migration
 * @param gap why the product is known not to find it; empty when it must
 */
record SqlCase(
        String product,
        String group,
        int number,
        String name,
        int from,
        int until,
        boolean correct,
        int rows,
        boolean alone,
        List<String> base,
        List<String> up,
        List<String> down,
        Map<String, Object> attributes,
        String verdict,
        List<Expected> findings,
        String gap) {

    /**
     * A line of the evidence of one rule.
     *
     * @param start object and attribute, with which the line starts
     * @param more what it contains besides
     */
    record Expected(String rule, String start, List<String> more) {

        boolean met(String of, List<String> evidence) {
            return of.equals(rule)
                    && evidence.stream()
                            .anyMatch(line ->
                                    line.startsWith(start) && more.stream().allMatch(line::contains));
        }
    }

    /** A name that nothing else has: of a schema, or of a role in a cluster. */
    String schema() {
        return "%s_%03d".formatted(group.replace('-', '_'), number);
    }

    /** Of its change set. */
    String id() {
        return "case-" + number;
    }

    /** The line as it would be if the case were in the search path. */
    String withoutSchema(String line) {
        return line.replace(schema() + ".", "").replace(schema(), "schema");
    }

    boolean inTransaction() {
        return !Boolean.FALSE.equals(attributes.get("runInTransaction"));
    }

    /** True when it draws numbers or looks at the clock. */
    boolean byChance() {
        return up.stream().anyMatch(statement -> statement.matches("(?s).*(random\\(|clock_timestamp\\().*"));
    }

    boolean runsOn(int release) {
        return release == 0 || from <= release && release <= until;
    }

    static Severity severity(String rule) {
        for (Rule each : Rule.values()) {
            if (each.id().equals(rule)) {
                return each.severity();
            }
        }
        throw new IllegalArgumentException("there is no rule '" + rule + "'");
    }

    @Override
    public String toString() {
        return group + ": " + name;
    }
}
