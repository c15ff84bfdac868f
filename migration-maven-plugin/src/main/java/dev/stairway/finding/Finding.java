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
 * @param column 1-based, 0 where the line alone is known
 * @param observed what runs saw of it; null for what is no prediction
 */
public record Finding(
        RuleId rule,
        Migration migration,
        String title,
        List<String> evidence,
        String remedy,
        Position position,
        int column,
        Observed observed) {
    public Finding {
        evidence = List.copyOf(evidence);
        position = position.within(evidence);
    }

    /** One that was seen. */
    public Finding(
            RuleId rule, Migration migration, String title, List<String> evidence, String remedy, Position position) {
        this(rule, migration, title, evidence, remedy, position, 0, null);
    }

    /** One to look for where the migration is written. */
    public Finding(RuleId rule, Migration migration, String title, List<String> evidence, String remedy) {
        this(rule, migration, title, evidence, remedy, migration == null ? Position.UNKNOWN : migration.at());
    }

    /** The same, to look for where its way back is written. */
    public Finding ofRollback() {
        return new Finding(rule, migration, title, evidence, remedy, migration.rollbackAt());
    }
}
