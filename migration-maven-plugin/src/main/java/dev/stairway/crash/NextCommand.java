package dev.stairway.crash;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user types who stands before such a state. */
public final class NextCommand {

    private static final Pattern ADDED = Pattern.compile("(table|index|view|sequence) (\\S+)(?: on (\\S+))?: added");
    private static final Pattern INVALID = Pattern.compile("index (\\S+)(?: on \\S+)?: valid was \\S+, is \\S+");

    private final String engine;

    public NextCommand(String engine) {
        this.engine = engine;
    }

    public String after(Kill kill) {
        if (kill.outcome() == Outcome.STUCK_LOCK) {
            return "Make sure that no runner lives, then: liquibase release-locks";
        }
        List<String> lines = kill.outcome() == Outcome.HIDDEN_DAMAGE ? kill.evidence() : kill.inEffect();
        List<String> undo = lines.stream()
                .map(line -> undone(line, lines))
                .filter(command -> !command.isEmpty())
                .toList();
        String first = undo.isEmpty() ? "take back by hand what is in effect" : String.join(" ", undo);
        return "By hand, after such a crash: " + first + " then: " + again() + ". For good: " + lasting(kill);
    }

    /** @param all what goes with a table needs no command of its own */
    private static String undone(String line, List<String> all) {
        Matcher invalid = INVALID.matcher(line);
        if (invalid.matches()) {
            return "DROP INDEX CONCURRENTLY " + invalid.group(1) + ";";
        }
        Matcher added = ADDED.matcher(line);
        if (!added.matches() || all.contains("table " + added.group(3) + ": added")) {
            return "";
        }
        return "DROP " + added.group(1).toUpperCase(Locale.ROOT) + " " + added.group(2) + ";";
    }

    private String again() {
        return switch (engine) {
            case "liquibase" -> "liquibase update";
            case "flyway" -> "flyway repair, then flyway migrate";
            case "mybatis" -> "migrate up";
            default -> "run the migrations again";
        };
    }

    private static String lasting(Kill kill) {
        return kill.outcome() == Outcome.HIDDEN_DAMAGE
                ? "begin the migration with DROP ... IF EXISTS instead of relying on IF NOT EXISTS"
                : "one statement per migration where it runs outside a transaction, or statements that may run twice";
    }
}
