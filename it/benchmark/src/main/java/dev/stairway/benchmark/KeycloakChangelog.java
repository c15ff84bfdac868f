package dev.stairway.benchmark;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Keycloak's changelog from its jar, for both sides without the custom Java changes: they need a running Keycloak, and the
 * peer would stop at the first. Everything else of the same changeSets stays.
 */
final class KeycloakChangelog {

    private static final String MASTER = "META-INF/jpa-changelog-master.xml";
    private static final Pattern CUSTOM_CHANGE =
            Pattern.compile("<customChange\\b[^>]*/>|<customChange\\b.*?</customChange>", Pattern.DOTALL);

    private KeycloakChangelog() {}

    static Workload write(Path directory) throws IOException {
        URL master = KeycloakChangelog.class.getClassLoader().getResource(MASTER);
        if (master == null) {
            throw new IOException(MASTER + " is not on the class path");
        }
        JarURLConnection connection = (JarURLConnection) master.openConnection();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith("META-INF/jpa-changelog")) {
                    copy(jar, entry, directory.resolve(entry.getName()));
                }
            }
        }
        return new Workload("keycloak", directory, MASTER, "sample");
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        Files.createDirectories(target.getParent());
        Files.writeString(target, CUSTOM_CHANGE.matcher(text).replaceAll(""));
    }
}
