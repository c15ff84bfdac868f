package dev.stairway.secret;

import java.util.regex.Pattern;

/** Names of properties, parameters and variables that say what their value is. */
public final class SecretName {

    private static final Pattern SAYS_SO = Pattern.compile(
            "(?i).*(?:passw(?:or)?[dt]|passphrase|(?:^|[^a-z])pwd|secret|token|credential|api[-_.]?key|access[-_.]?key|private[-_.]?key).*");

    /** They name the place of a secret, or something about it. */
    private static final Pattern PLACE = Pattern.compile(
            "(?i).*(?:env|file|path|dir|directory|id|name|url|uri|length|type|expiry|enabled|skip|socket)$");

    private SecretName() {}

    /** True for {@code db.password} and {@code API_TOKEN}, false for {@code db.passwordFile}. */
    public static boolean matches(String name) {
        // The working directory of a shell.
        return !name.equals("PWD")
                && SAYS_SO.matcher(name).matches()
                && !PLACE.matcher(name).matches();
    }
}
