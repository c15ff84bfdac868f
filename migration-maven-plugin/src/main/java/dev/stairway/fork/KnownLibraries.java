package dev.stairway.fork;

import dev.stairway.loader.IsolatedLoader;
import dev.stairway.suite.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the child has to know of libraries before it hears what it is to do; in its arguments.
 *
 * @param declared dependencies that the user gave to the plugin, {@code groupId:artifactId}
 * @param shipped true when the plugin's own libraries run everything, so that the child may load them at once
 */
public record KnownLibraries(Set<String> declared, boolean shipped) {

    private static final String DECLARED = "stairway.libraries.declared";
    private static final String SHIPPED = "stairway.libraries.shipped";

    public KnownLibraries {
        declared = Set.copyOf(declared);
    }

    /** Looks which libraries the project has. */
    public static KnownLibraries of(List<Path> testClassPath, Set<String> declared) {
        try (URLClassLoader project = new URLClassLoader(IsolatedLoader.urls(testClassPath), null)) {
            return new KnownLibraries(declared, Engines.allShipped(project, declared));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> arguments() {
        return List.of("-D" + DECLARED + "=" + String.join(",", declared), "-D" + SHIPPED + "=" + shipped);
    }

    /** In the child. */
    static KnownLibraries ofThisJvm() {
        String declared = System.getProperty(DECLARED, "");
        return new KnownLibraries(
                declared.isEmpty() ? Set.of() : Set.of(declared.split(",")), Boolean.getBoolean(SHIPPED));
    }
}
