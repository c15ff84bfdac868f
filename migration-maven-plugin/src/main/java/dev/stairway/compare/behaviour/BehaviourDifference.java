package dev.stairway.compare.behaviour;

import java.util.List;

/**
 * A probe with which databases did not do the same; the same difference of several columns is told once.
 *
 * @param table plain name in lower case, of the first column
 * @param column in lower case; empty when it is about the whole table
 * @param what one sentence without full stop: {@code sqlite 3.54 accepts 51 characters in varchar(50)}
 * @param sides at least two
 * @param reason why it is so with where to read more, where that is known; empty otherwise
 * @param explained true when it is a known trait of a product
 * @param columns all that it is about: {@code customer.email}, each once
 * @param examples one sentence for everything that was tried and shows it
 * @param reasonId kebab-case name of the reason; {@code unknown} where none is known
 */
public record BehaviourDifference(
        ProbeKind kind,
        String table,
        String column,
        String what,
        List<Side> sides,
        String reason,
        boolean explained,
        List<String> columns,
        List<String> examples,
        String reasonId) {
    public BehaviourDifference {
        sides = List.copyOf(sides);
        columns = List.copyOf(columns);
        examples = List.copyOf(examples);
    }
}
