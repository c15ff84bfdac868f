package dev.stairway.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what one changeSet says. */
final class OutlineBuilder {

    final int line;
    private final Map<String, String> attributes;
    final List<OutlineElement> changes = new ArrayList<>();
    final List<OutlineElement> rollbacks = new ArrayList<>();
    int rollbackLine;

    OutlineBuilder(int line, Map<String, String> attributes) {
        this.line = line;
        this.attributes = attributes;
    }

    /** Notes that a way back begins; the first one counts. */
    void rollback(int at) {
        rollbackLine = rollbackLine == 0 ? at : rollbackLine;
    }

    ChangeSetOutline build(int lastLine, List<ScriptComment> comments) {
        return new ChangeSetOutline(
                attributes.getOrDefault("id", ""),
                attributes.getOrDefault("author", ""),
                line,
                lastLine,
                attributes,
                changes,
                rollbackLine,
                rollbacks,
                comments);
    }
}
