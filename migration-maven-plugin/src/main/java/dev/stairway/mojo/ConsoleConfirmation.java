package dev.stairway.mojo;

import dev.stairway.operate.Confirmation;
import dev.stairway.problem.ProblemException;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.apache.maven.plugin.logging.Log;

/** Asks on the console, unless the user has said yes beforehand. */
final class ConsoleConfirmation implements Confirmation {

    private final boolean yes;
    private final boolean interactive;
    private final Log log;

    /** @param interactive false for {@code mvn -B} */
    ConsoleConfirmation(boolean yes, boolean interactive, Log log) {
        this.yes = yes;
        this.interactive = interactive;
        this.log = log;
    }

    @Override
    public void requireSomebody() {
        if (!yes && (!interactive || !terminal(System.console()))) {
            throw ProblemException.setup(
                    "Nobody is there to confirm this, and nothing was begun",
                    "<yes> (-Dmigration.yes)",
                    "there is no console",
                    "Look at what would be done with -Dmigration.dryRun, then say yes beforehand: -Dmigration.yes",
                    null);
        }
    }

    @Override
    public void ask(String question) {
        if (yes) {
            log.info(question + " (confirmed by migration.yes)");
            return;
        }
        String answer = System.console().readLine("%s%nType yes to go on: ", question);
        if (answer == null || !answer.strip().equalsIgnoreCase("yes")) {
            throw ProblemException.setup(
                    "It was not confirmed, and the database was not changed",
                    "",
                    "",
                    "Start again, and type yes",
                    null);
        }
    }

    /** As of Java 22 there is a console even where nobody sits at it: https://openjdk.org/jeps/8295803 */
    private static boolean terminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Every caller may ask a console", e);
        }
    }
}
