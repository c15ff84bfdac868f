package dev.stairway.engine.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The Flyways that users may bring, one folder of jars per major. */
public final class FlywayJars {

    public static final int NEWEST = 13;

    private FlywayJars() {}

    static Stream<Integer> majors() {
        return Stream.of(10, 11, 12, NEWEST);
    }

    public static List<Path> of(int major) {
        Path folder = Path.of(System.getProperty("stairway.test.flyway"), String.valueOf(major));
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the plugin makes it of the project's test class path. */
    public static URLClassLoader loader(int major, Path... more) {
        return loader(major, jar -> true, more);
    }

    static URLClassLoader loader(int major, Predicate<String> wanted, Path... more) {
        List<Path> paths = new ArrayList<>(of(major));
        paths.removeIf(jar -> !wanted.test(jar.getFileName().toString()));
        paths.addAll(Arrays.asList(more));
        return loader(paths);
    }

    static URLClassLoader loader(List<Path> paths) {
        URL[] urls = paths.stream().map(FlywayJars::url).toArray(URL[]::new);
        return new URLClassLoader("project-test-classes", urls, FlywayJars.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
