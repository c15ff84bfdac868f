package dev.stairway.engine.mybatis;

import dev.stairway.problem.ProblemException;
import java.util.Map;
import java.util.TreeSet;

/** Settings of a changelog, by the names of the options of the command line of MyBatis Migrations. */
record Settings(Map<String, String> values) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "environment", "development",
            "envpath", "environments",
            "scriptpath", "scripts",
            "hookpath", "hooks",
            "bootstrap", "true");

    Settings {
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(DEFAULTS.keySet());
        if (!unknown.isEmpty()) {
            throw ProblemException.setup(
                    "The changelog has a setting that is not known for mybatis",
                    "<settings> of the changelog",
                    String.join(", ", unknown),
                    "Use " + String.join(", ", new TreeSet<>(DEFAULTS.keySet()))
                            + ", or put it into the properties of the environment.",
                    null);
        }
    }

    String environment() {
        return value("environment");
    }

    String environmentPath() {
        return value("envpath");
    }

    String scriptPath() {
        return value("scriptpath");
    }

    String hookPath() {
        return value("hookpath");
    }

    /** False when {@code bootstrap.sql} is not to be run. */
    boolean bootstrap() {
        return !value("bootstrap").equalsIgnoreCase("false");
    }

    private String value(String name) {
        String value = values.getOrDefault(name, "").strip();
        return value.isEmpty() ? DEFAULTS.get(name) : value;
    }
}
