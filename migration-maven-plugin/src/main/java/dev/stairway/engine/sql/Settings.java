package dev.stairway.engine.sql;

import dev.stairway.problem.ProblemException;
import java.util.Map;
import java.util.TreeSet;

/** Settings by the names that the tools' own manuals give them. */
record Settings(Map<String, String> values) {

    String text(String name, String fallback) {
        String value = values.getOrDefault(name, "").strip();
        return value.isEmpty() ? fallback : value;
    }

    boolean flag(String name) {
        String value = text(name, "false");
        if (!value.matches("(?i)true|false")) {
            throw ProblemException.setup(
                    "A setting is neither true nor false",
                    "<settings> of the changelog",
                    name + " is '" + value + "'",
                    "Set it to true or false.",
                    null);
        }
        return Boolean.parseBoolean(value);
    }

    /** A name that is not known is most often misspelt. */
    void refuseOthers(Layout layout) {
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(layout.settings());
        if (!unknown.isEmpty()) {
            throw ProblemException.setup(
                    "The changelog has a setting that is not known for " + layout.tool(),
                    "<settings> of the changelog",
                    String.join(", ", unknown),
                    "Use " + String.join(", ", new TreeSet<>(layout.settings())) + ", or leave it out.",
                    null);
        }
    }
}
