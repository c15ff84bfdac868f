package dev.stairway.lint;

import dev.stairway.script.sql.tree.Name;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is known beside the changelog.
 *
 * @param targets where it has to run
 * @param rows rows of tables in production by lower-case name without schema, from a profile; empty where nobody has said so
 * @param smallRows tables of known size with at most this many rows are small, whatever happens to them is over at once
 * @param limits numbers of house policies by the id of their rule; a rule without an entry has its own
 */
public record Setting(Targets targets, Map<String, Long> rows, long smallRows, Map<String, Integer> limits) {

    /** From so many rows on a table is large: queries of it take so long that a lock has to wait for them. */
    public static final long LARGE_ROWS = 100_000;

    public Setting {
        rows = Map.copyOf(rows);
        limits = Map.copyOf(limits);
    }

    /** Nothing but where it has to run. */
    public static Setting of(Targets targets) {
        return new Setting(targets, Map.of(), 1_000, Map.of());
    }

    /** Rows of a table in production, where they are known. */
    public OptionalLong rows(Name table) {
        Long known = rows.get(table.name().toLowerCase(Locale.ROOT));
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /** The number that a rule compares with. */
    public int limit(Facts rule, int usual) {
        return limits.getOrDefault(rule.id(), usual);
    }
}
