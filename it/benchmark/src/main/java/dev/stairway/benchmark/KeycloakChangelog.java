package dev.stairway.benchmark;

import java.io.IOException;
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
public final class KeycloakChangelog {

    private static final String MASTER = "META-INF/jpa-changelog-master.xml";
    private static final Pattern CUSTOM_CHANGE =
            Pattern.compile("<customChange\\b[^>]*/>|<customChange\\b.*?</customChange>", Pattern.DOTALL);

    private KeycloakChangelog() {}

    /**
     * @param keycloak jar of {@code keycloak-model-jpa}
     * @param directory in which the changelog is written
     */
    public static Workload write(Path keycloak, Path directory) throws IOException {
        try (JarFile jar = new JarFile(keycloak.toFile())) {
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
