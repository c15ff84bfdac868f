package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.Optional;

/**
 * A statement with what it says.
 *
 * @param source where and how it is written
 * @param tree what it does; null where that is not known
 * @param notCovered why that is not known, for people; empty where it is
 */
public record ParsedStatement(SqlStatement source, SqlTree tree, String notCovered) {

    /** One that is understood. */
    public static ParsedStatement of(SqlStatement source, SqlTree tree) {
        return new ParsedStatement(source, tree, "");
    }

    /** One that is not. */
    public static ParsedStatement notCovered(SqlStatement source, String reason) {
        return new ParsedStatement(source, null, reason);
    }

    public boolean covered() {
        return tree != null;
    }

    /** What it does, where it is of this kind. */
    public <T extends SqlTree> Optional<T> as(Class<T> kind) {
        return kind.isInstance(tree) ? Optional.of(kind.cast(tree)) : Optional.empty();
    }
}
