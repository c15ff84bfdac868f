package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.PasswordFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Says where a secret is instead of the secret: {@code env:NAME}, {@code file:PATH} or {@code server:ID}. What a POM holds
 * is printed by {@code mvn -X}, with the variables that it names already replaced.
 */
final class SecretReference {

    private final Map<String, String> environment;
    private final Path base;
    private final UnaryOperator<String> serverPassword;

    /**
     * @param base directory of the project
     * @param serverPassword of a {@code <server>} by its id
     */
    SecretReference(Map<String, String> environment, Path base, UnaryOperator<String> serverPassword) {
        this.environment = environment;
        this.base = base;
        this.serverPassword = serverPassword;
    }

    /** @param name of the parameter */
    String value(String name, String reference) {
        String[] parts = reference.strip().split(":", 2);
        String place = parts.length == 2 ? parts[1].strip() : "";
        if (place.isEmpty()) {
            throw unknown(name);
        }
        return switch (parts[0]) {
            case "env" -> variable(name, place);
            case "file" -> PasswordFile.read(base.resolve(place), "secretParameters");
            case "server" -> serverPassword.apply(place);
            default -> throw unknown(name);
        };
    }

    private String variable(String name, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            throw problem(
                    name, "The environment variable " + variable + " is not set", "Set it where the build is started");
        }
        return value;
    }

    /** Does not repeat it: it may be the secret itself. */
    private static ProblemException unknown(String name) {
        return problem(
                name,
                "It is not said where the secret parameter " + name + " is",
                "Write env:NAME for an environment variable, file:PATH for a file with chmod 600, or server:ID for the"
                        + " password of a <server> in settings.xml; and if the secret itself stands there, take it out and"
                        + " change it, since mvn -X prints it");
    }

    private static ProblemException problem(String name, String what, String next) {
        return ProblemException.setup(what, "<secretParameters>, <" + name + ">", "", next, null);
    }
}
