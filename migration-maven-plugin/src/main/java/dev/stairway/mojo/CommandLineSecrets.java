package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.SecretName;
import dev.stairway.secret.UrlCredentials;
import java.util.List;
import java.util.Properties;

/** Secrets where every user of the machine reads them: in the list of processes. Values are never repeated. */
final class CommandLineSecrets {

    private static final String OURS = "migration.";

    private CommandLineSecrets() {}

    /**
     * Refuses options of a JVM that we would start with a secret.
     *
     * @param argLine null for none
     */
    static void refuse(String argLine) {
        for (String option : argLine == null ? new String[0] : argLine.trim().split("\\s+")) {
            String[] parts = option.replaceFirst("^-D", "").split("=", 2);
            if (parts.length == 2 && (SecretName.matches(parts[0]) || UrlCredentials.in(parts[1]))) {
                throw ProblemException.setup(
                        "The options of the run's JVM hold a password, which the list of processes would show",
                        "<argLine> (-Dmigration.argLine), -D" + parts[0],
                        "",
                        "Take it out and consider it known. A migration gets it through <secretParameters> or reads an"
                                + " environment variable",
                        null);
            }
        }
    }

    /** Refuses properties that look like parameters of ours, which never take a password. */
    static void refuse(Properties commandLine) {
        for (String name : commandLine.stringPropertyNames()) {
            if (name.startsWith(OURS) && SecretName.matches(name)) {
                throw ProblemException.setup(
                        "A password is on the command line, which the list of processes shows",
                        "-D" + name,
                        "there is no such parameter",
                        "Put it into a <server> of settings.xml, a file with chmod 600 or an environment variable, see"
                                + " the page about credentials; and change it, since others may have read it",
                        null);
            }
        }
    }

    /** Other properties of the command line that look like secrets, by name. */
    static List<String> named(Properties commandLine) {
        return commandLine.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(OURS) && SecretName.matches(name))
                .sorted()
                .toList();
    }

    /** For messages. */
    static String list(List<String> names) {
        return String.join(", ", names.stream().map(name -> "-D" + name).toList());
    }
}
