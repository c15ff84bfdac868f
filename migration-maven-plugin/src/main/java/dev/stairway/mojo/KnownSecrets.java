package dev.stairway.mojo;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.secret.SecretName;
import dev.stairway.secret.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.logging.Log;

/** Finds the secrets among what a run is given, by the names that they have. */
final class KnownSecrets {

    private final Secrets secrets;
    private final Log log;

    KnownSecrets(Secrets secrets, Log log) {
        this.secrets = secrets;
        this.log = log;
    }

    /** Ours are refused, others are told and hidden. */
    void commandLine(Properties properties) {
        CommandLineSecrets.refuse(properties);
        List<String> named = CommandLineSecrets.named(properties);
        named.forEach(name -> secrets.add("-D" + name, properties.getProperty(name)));
        if (!named.isEmpty()) {
            log.warn("The list of processes shows what looks like a secret: " + CommandLineSecrets.list(named)
                    + ". Better in a <server> of settings.xml, a file or an environment variable");
        }
    }

    void environment(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (SecretName.matches(name)) {
                secrets.addIfStrong("the environment variable " + name, value);
            }
        });
    }

    /** Parameters and settings of a changelog. */
    void changelog(ChangelogSource source) {
        named(source.parameters());
        named(source.settings());
    }

    private void named(Map<String, String> values) {
        values.forEach((name, value) -> {
            if (SecretName.matches(name)) {
                secrets.add("<" + name + ">", value);
            }
        });
    }
}
