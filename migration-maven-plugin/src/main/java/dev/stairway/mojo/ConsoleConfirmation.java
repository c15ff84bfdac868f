package dev.stairway.mojo;

import dev.stairway.operate.Confirmation;
import dev.stairway.problem.ProblemException;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.apache.maven.plugin.logging.Log;

/** Asks on the console, unless the user has said yes beforehand. */
final class ConsoleConfirmation implements Confirmation {

    private final boolean yes;
    private final Somebody somebody;
    private final Log log;

    /** Who sits there. */
    interface Somebody {

        /** False where nobody would answer. */
        boolean there();

        /** Shows a text and waits for a line; null at the end of input. */
        String answers(String text);
    }

    ConsoleConfirmation(boolean yes, Somebody somebody, Log log) {
        this.yes = yes;
        this.somebody = somebody;
        this.log = log;
    }

    /** @param interactive false for {@code mvn -B} */
    static ConsoleConfirmation of(boolean yes, boolean interactive, Log log) {
        return new ConsoleConfirmation(yes, new AtConsole(interactive), log);
    }

    @Override
    public void requireSomebody() {
        if (!yes && !somebody.there()) {
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
        String answer = somebody.answers(question + System.lineSeparator() + "Type yes to go on: ");
        if (answer == null || !answer.strip().equalsIgnoreCase("yes")) {
            throw ProblemException.setup(
                    "It was not confirmed, and the database was not changed",
                    "",
                    "",
                    "Start again, and type yes",
                    null);
        }
    }

    private record AtConsole(boolean interactive) implements Somebody {

        @Override
        public boolean there() {
            return interactive && terminal(System.console());
        }

        @Override
        public String answers(String text) {
            return System.console().readLine("%s", text);
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
