package dev.stairway.engine.flyway;

import dev.stairway.engine.StepOutcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What an exception says, without the layers that Flyway wraps around it. */
final class Failures {

    private static final int MAX_LINES = 6;
    private static final String OF_SCRIPT = "FlywaySqlScriptException";

    private Failures() {}

    /** @param file that failed, as people name it */
    static StepOutcome outcome(Throwable failure, String file) {
        String where = "";
        String sql = "";
        for (Throwable layer : chain(failure)) {
            if (layer.getClass().getSimpleName().equals(OF_SCRIPT)) {
                int line = (Integer) Reflect.call(layer, "getLineNumber");
                where = line > 0 ? file + ":" + line + ": " : "";
                sql = Reflect.text(layer, "getStatement");
            }
        }
        return StepOutcome.failed(where + reason(failure), sql.strip());
    }

    /** The first lines of the innermost message, with the type where the message alone says nothing. */
    static String reason(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Throwable root = chain.get(chain.size() - 1);
        String text = root.getMessage() == null
                ? ""
                : String.join(
                        "\n",
                        root.getMessage()
                                .strip()
                                .lines()
                                .filter(line -> !line.isBlank() && !line.matches("-+"))
                                .limit(MAX_LINES)
                                .toList());
        boolean speaks =
                root instanceof SQLException || root.getClass().getName().startsWith("org.flywaydb.");
        if (speaks && !text.isEmpty()) {
            return text;
        }
        return text.isEmpty() ? root.getClass().getName() : root.getClass().getName() + ": " + text;
    }

    /** From the outermost to the innermost. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable layer = failure; layer != null && !chain.contains(layer); layer = layer.getCause()) {
            chain.add(layer);
        }
        return chain;
    }
}
