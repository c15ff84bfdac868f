package dev.stairway.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The project's class path with the resources of another state in the place of those of today. Jars and classes are today's:
 * nobody compiles the other state.
 */
final class ProjectThen extends URLClassLoader {

    private final List<String> directories = new ArrayList<>();
    private final List<URL> shown = new ArrayList<>();

    private ProjectThen(List<URL> urls, ClassLoader parent) {
        super("project-then", urls.toArray(URL[]::new), parent);
    }

    /** @param roots directories with the resources of then */
    static ProjectThen of(ClassLoader today, List<Path> roots) throws IOException {
        List<URL> then = new ArrayList<>();
        for (Path root : roots) {
            then.add(root.toUri().toURL());
        }
        List<URL> now = today instanceof URLClassLoader loader ? List.of(loader.getURLs()) : List.of();
        List<URL> all = new ArrayList<>(then);
        all.addAll(now);
        ClassLoader parent = today instanceof URLClassLoader ? today.getParent() : today;
        ProjectThen loader = new ProjectThen(all, parent);
        loader.shown.addAll(then);
        for (URL url : now) {
            if (url.getPath().endsWith("/")) {
                loader.directories.add(url.toString());
            } else {
                loader.shown.add(url);
            }
        }
        return loader;
    }

    /** Without today's directories, for whoever makes a class path of its own of it. */
    @Override
    public URL[] getURLs() {
        return shown.toArray(URL[]::new);
    }

    @Override
    public URL findResource(String name) {
        try {
            Enumeration<URL> found = findResources(name);
            return found.hasMoreElements() ? found.nextElement() : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(super.findResources(name)));
        if (!name.endsWith(".class") && !name.startsWith("META-INF/services/")) {
            found.removeIf(url -> directories.stream().anyMatch(url.toString()::startsWith));
        }
        return Collections.enumeration(found);
    }
}
