package dev.stairway.finding;

import dev.stairway.engine.Migration;
import dev.stairway.engine.Position;
import java.util.List;

/**
 * Something wrong or risky that the walk saw.
 *
 * @param rule which named invariant it breaks
 * @param migration null for a finding about a whole cell
 * @param title one sentence
 * @param evidence what was seen, line by line
 * @param remedy what to do next
 * @param position where to look
 */
public record Finding(
        Rule rule, Migration migration, String title, List<String> evidence, String remedy, Position position) {
    public Finding {
        evidence = List.copyOf(evidence);
        position = position.within(evidence);
    }

    /** One to look for where the migration is written. */
    public Finding(Rule rule, Migration migration, String title, List<String> evidence, String remedy) {
        this(rule, migration, title, evidence, remedy, migration == null ? Position.UNKNOWN : migration.at());
    }

    /** The same, to look for where its way back is written. */
    public Finding ofRollback() {
        return new Finding(rule, migration, title, evidence, remedy, migration.rollbackAt());
    }
}
