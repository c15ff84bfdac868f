package dev.stairway.data.profile;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import dev.stairway.secret.UrlCredentials;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A database of the user's, of which statistics are read.
 *
 * @param url JDBC URL without any secret
 * @param user empty for the one of the URL or the driver's default
 * @param password null for none
 * @param timeoutSeconds how long one statement may take
 */
public record ProfileSource(String url, String user, String password, int timeoutSeconds) {

    /**
     * Checks the URL.
     *
     * @throws ProblemException when it holds a secret or is of a product that cannot be profiled
     */
    public ProfileSource {
        if (UrlCredentials.in(url)) {
            throw ProblemException.setup(
                    "The URL of the database holds credentials, and would show them in logs and process lists",
                    UrlCredentials.masked(url),
                    "",
                    "Take them out: the user goes into <profileUser>, the password into the environment variable named by"
                            + " <profilePasswordEnv>, or both into a <server> of settings.xml named by <profileServerId>",
                    null);
        }
        product(url)
                .orElseThrow(() -> ProblemException.setup(
                        "No profile can be read from this database",
                        UrlCredentials.masked(url),
                        "",
                        "Use a URL that begins with jdbc:postgresql: or jdbc:sqlite:",
                        null));
    }

    /** Without the password, whoever asks. */
    @Override
    public String toString() {
        return url;
    }

    String product() {
        return product(url).orElseThrow();
    }

    private static Optional<String> product(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:postgresql:")) {
            return Optional.of("postgresql");
        }
        return lower.startsWith("jdbc:sqlite:") ? Optional.of("sqlite") : Optional.empty();
    }

    /** A message of a driver, which may repeat what it was given. */
    String safe(String message) {
        String text = String.valueOf(message).lines().findFirst().orElse("");
        return password == null || password.isEmpty()
                ? text
                : Mask.of(List.of(password)).of(text);
    }
}
