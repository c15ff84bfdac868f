package dev.stairway.script;

import java.util.List;
import java.util.Map;

/**
 * A changeSet of Liquibase as it is written in its file.
 *
 * @param id as written; empty where it is missing
 * @param author as written; empty where it is missing
 * @param line of its first character, from 1
 * @param lastLine the last one that is its own; what follows belongs to the next changeSet
 * @param attributes as written, by the names of the manual
 * @param changes its changes in order; empty in SQL
 * @param rollbackLine where its way back begins; 0 where none is written
 * @param rollbacks the changes of the way back in order; empty in SQL
 * @param comments between the end of the changeSet before and its own
 */
public record ChangeSetOutline(
        String id,
        String author,
        int line,
        int lastLine,
        Map<String, String> attributes,
        List<OutlineElement> changes,
        int rollbackLine,
        List<OutlineElement> rollbacks,
        List<ScriptComment> comments) {

    public ChangeSetOutline {
        attributes = Map.copyOf(attributes);
        changes = List.copyOf(changes);
        rollbacks = List.copyOf(rollbacks);
        comments = List.copyOf(comments);
    }
}
