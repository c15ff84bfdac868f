package dev.stairway.database.provider;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where each operating system wants programs to keep what they can make again. */
final class UserCache {

    private static final String NAME = "stairway";

    private UserCache() {}

    static Path directory(String osName, Map<String, String> environment, String home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Caches", NAME);
        }
        if (os.contains("windows") && environment.containsKey("LOCALAPPDATA")) {
            return Path.of(environment.get("LOCALAPPDATA"), NAME, "cache");
        }
        // https://specifications.freedesktop.org/basedir-spec/latest/ : a relative value counts as unset.
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return xdg.startsWith("/") ? Path.of(xdg, NAME) : Path.of(home, ".cache", NAME);
    }
}
