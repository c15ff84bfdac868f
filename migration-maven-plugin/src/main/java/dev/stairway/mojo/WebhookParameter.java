package dev.stairway.mojo;

import dev.stairway.alert.Kind;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.util.Arrays;
import java.util.Locale;

/** One {@code <webhook>} that is told how runs end. */
public class WebhookParameter {

    /**
     * Where messages go, {@code http} or {@code https}. An address that is a secret, as those of Slack are, is named by its
     * place: {@code env:NAME} for an environment variable (unset: nothing is sent), {@code file:PATH} for a file with {@code
     * chmod 600}, {@code server:ID} for the password of a {@code <server>} in {@code settings.xml}.
     */
    private String url;

    /**
     * What is sent: {@code FAILURE}, builds that fail, and runs that stop or cannot be recorded; {@code THRESHOLD}, also exceeded limits and regressions
     * that fail no build; {@code ALWAYS}. Default {@code THRESHOLD}.
     */
    private String on = "THRESHOLD";

    /** The {@code <server>} of {@code settings.xml} whose password messages are signed with. */
    private String serverId;

    /** A file with that secret and nothing else, readable by its owner alone. */
    private File passwordFile;

    /** Name of the environment variable that holds it; default {@code MIGRATION_WEBHOOK_SECRET}. */
    private String passwordEnv = "MIGRATION_WEBHOOK_SECRET";

    String url() {
        if (url == null || url.isBlank()) {
            throw ProblemException.setup(
                    "A <webhook> needs a <url>",
                    "<webhooks> in the pom",
                    "",
                    "Write https://host/path, or where that stands if it is a secret: env:NAME, file:PATH or server:ID",
                    null);
        }
        return url.strip();
    }

    /** Mildest kind that is sent. */
    Kind least() {
        String word = on == null ? "" : on.strip().toUpperCase(Locale.ROOT);
        if (word.equals("ALWAYS")) {
            return Kind.PASSED;
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.PASSED && kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.setup(
                        "<on> of a <webhook> is " + on,
                        "<webhooks> in the pom",
                        "",
                        "Use FAILURE, THRESHOLD or ALWAYS",
                        null));
    }

    /** Where the secret is looked for. */
    CredentialSettings credentialSettings() {
        return new CredentialSettings("", null, serverId, passwordFile, passwordEnv);
    }
}
