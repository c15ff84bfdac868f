package dev.stairway.lint;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.sql.parse.ParsedStatement;
import java.util.List;
import java.util.Map;

/**
 * A migration as rules see it.
 *
 * @param engine lower-case name of what runs it
 * @param said what its changelog says
 * @param up its statements, parsed; empty for Redis
 * @param down those of its way back
 * @param released true when it was part of an earlier release: it is history, and no rule is asked about it
 */
public record MigrationView(
        String engine,
        MigrationStatements said,
        List<ParsedStatement> up,
        List<ParsedStatement> down,
        boolean released) {

    public MigrationView {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    public Migration migration() {
        return said.migration();
    }

    public String id() {
        return migration().id();
    }

    /** False when its statements run one by one, and what is done stays done when a later one fails. */
    public boolean transactional() {
        return migration().transactional();
    }

    /** What the changelog says of it, by the names of the engine's manual; empty where nothing is written. */
    public String attribute(String name) {
        return said.attributes().getOrDefault(name, "");
    }

    public Map<String, String> attributes() {
        return said.attributes();
    }

    /** Its id says enough: a hash of all statements would cost more than what is looked up with it. */
    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
