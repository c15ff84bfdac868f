package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import java.util.List;

/** A trigger. @param body of SQLite's, empty otherwise @param isNew true when it was made in the release that is judged */
public record Trigger(Name name, Name table, List<String> events, String body, boolean isNew) {
    public Trigger {
        events = List.copyOf(events);
    }
}
