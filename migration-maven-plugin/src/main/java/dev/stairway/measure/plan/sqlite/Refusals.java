package dev.stairway.measure.plan.sqlite;

import dev.stairway.measure.plan.Attempt.State;
import dev.stairway.measure.plan.Parameter;
import dev.stairway.measure.plan.Template;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether SQLite refuses a query, or what we made up for it; by its words, since drivers give codes of their own. */
final class Refusals {

    private static final Pattern NOT_NULL = Pattern.compile("NOT NULL constraint failed: \\S*?([^.\\s)]+)[)\\s]*$");
    private static final Pattern SAID = Pattern.compile("^\\[\\w+] .*? \\((.*)\\)\\s*$", Pattern.DOTALL);

    private Refusals() {}

    static State state(SQLException refusal, Template template) {
        String message = String.valueOf(refusal.getMessage());
        Matcher missing = NOT_NULL.matcher(message);
        if (missing.find()) {
            return written(missing.group(1).toLowerCase(Locale.ROOT), template) ? State.VALUES_REFUSED : State.FAILS;
        }
        if (message.contains("SQLITE_CONSTRAINT") || message.contains("SQLITE_MISMATCH")) {
            return State.VALUES_REFUSED;
        }
        boolean unsure = message.contains("SQLITE_INTERRUPT") || message.contains("SQLITE_BUSY");
        return unsure ? State.UNKNOWN : State.FAILS;
    }

    private static boolean written(String column, Template template) {
        return template.parameters().stream()
                .filter(Parameter::written)
                .anyMatch(parameter -> parameter.column().equals(column) || parameter.ordinal() > 0);
    }

    /** What SQLite says, without what the driver adds. */
    static String message(SQLException refusal) {
        String message =
                String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
        Matcher said = SAID.matcher(message);
        return said.matches() ? said.group(1) : message;
    }
}
