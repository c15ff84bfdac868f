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
    private static final Pattern COLUMN = Pattern.compile("column (\\S+)\\.([^.\\s]+): added");
    private static final Pattern INVALID = Pattern.compile("index (\\S+)(?: on \\S+)?: valid was \\S+, is \\S+");

    private final String engine;

    public NextCommand(String engine) {
        this.engine = engine;
    }

    public String after(Kill kill) {
        if (kill.outcome() == Outcome.STUCK_LOCK) {
            return "Make sure that no runner lives, then: "
                    + (engine.equals("liquibase") ? "liquibase release-locks" : again(kill));
        }
        return "By hand, after such a crash: " + undone(kill) + again(kill) + ". For good: " + lasting(kill);
    }

    private static String undone(Kill kill) {
        List<String> lines = kill.outcome() == Outcome.HIDDEN_DAMAGE ? kill.evidence() : kill.inEffect();
        if (lines.isEmpty()) {
            return "";
        }
        List<String> undo = lines.stream()
                .map(line -> undone(line, lines))
                .filter(command -> !command.isEmpty())
                .toList();
        return (undo.isEmpty() ? "take back by hand what is in effect;" : String.join(" ", undo)) + " then: ";
    }

    /** @param all what goes with a table needs no command of its own */
    private static String undone(String line, List<String> all) {
        Matcher invalid = INVALID.matcher(line);
        if (invalid.matches()) {
            return "DROP INDEX CONCURRENTLY " + invalid.group(1) + ";";
        }
        Matcher column = COLUMN.matcher(line);
        if (column.matches()) {
            return all.contains("table " + column.group(1) + ": added")
                    ? ""
                    : "ALTER TABLE " + column.group(1) + " DROP COLUMN " + column.group(2) + ";";
        }
        Matcher added = ADDED.matcher(line);
        if (!added.matches() || all.contains("table " + added.group(3) + ": added")) {
            return "";
        }
        return "DROP " + added.group(1).toUpperCase(Locale.ROOT) + " " + added.group(2) + ";";
    }

    private static String again(Kill kill) {
        List<String> commands = kill.again().commands();
        return commands.isEmpty() ? "run the migrations again" : String.join(", then: ", commands);
    }

    private static String lasting(Kill kill) {
        if (kill.again().refused()) {
            return "no script helps, as the tool waits for somebody who looks; one statement per migration leaves least to look"
                    + " at";
        }
        return kill.outcome() == Outcome.HIDDEN_DAMAGE
                ? "begin the migration with DROP ... IF EXISTS instead of relying on IF NOT EXISTS"
                : "one statement per migration where it runs outside a transaction, or statements that may run twice";
    }
}
