package dev.stairway.judge;

import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.ObjectChange;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is left of a schema difference: real differences, and those in column order or sequence position alone.
 *
 * @param real lost, left over or changed objects
 * @param lower column order and sequence positions
 */
public record SchemaJudge(List<ObjectChange> real, List<ObjectChange> lower) {

    public static SchemaJudge of(Difference difference) {
        if (difference.schema().isEmpty()) {
            return new SchemaJudge(List.of(), List.of());
        }
        List<ObjectChange> lines = DifferenceText.schema(difference);
        return new SchemaJudge(
                lines.stream().filter(l -> l.level() == ObjectChange.Level.REAL).toList(),
                lines.stream()
                        .filter(l -> l.level() == ObjectChange.Level.LOWER)
                        .toList());
    }

    /** Without some of the real differences. */
    public SchemaJudge without(Predicate<ObjectChange> expected) {
        return new SchemaJudge(real.stream().filter(expected.negate()).toList(), lower);
    }

    public boolean clean() {
        return real.isEmpty();
    }

    public List<String> sentences() {
        return real.stream().map(ObjectChange::sentence).toList();
    }
}
