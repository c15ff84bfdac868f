package dev.stairway.loader;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;

/**
 * Looks into its own class path first, so that a library may be there in another version than in the parent. Whoever makes
 * one closes it.
 *
 * <p>A name is looked for in this order: the JDK; what is shared, in the parent; the own class path; the parent, unless the
 * name belongs to the isolated packages, which would otherwise be a mixture of two versions.
 */
public final class IsolatedLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();
    private static final String SERVICES = "META-INF/services/";

    private final Packages isolated;
    private final Packages shared;

    /**
     * @param name for stack traces
     * @param classPath in the order of search
     * @param isolated packages, with those below them, that never come from the parent
     * @param shared packages, with those below them, that come from the parent wherever it has them, such as types that
     *     cross the border; the isolated ones win
     */
    public IsolatedLoader(
            String name,
            List<Path> classPath,
            ClassLoader parent,
            Collection<String> isolated,
            Collection<String> shared) {
        super(name, urls(classPath), parent);
        this.isolated = new Packages(isolated);
        this.shared = new Packages(shared);
    }

    /** Where a class was loaded from: the jar or directory that an isolated copy of it can be loaded from, too. */
    public static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not loaded from a file: " + type, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = findLoadedClass(name);
            if (found == null) {
                found = search(name);
            }
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private Class<?> search(String name) throws ClassNotFoundException {
        if (isolated.hold(name)) {
            return findClass(name);
        }
        Class<?> found = tryIn(JDK, name);
        if (found == null && shared.hold(name)) {
            found = tryIn(getParent(), name);
        }
        return found == null ? ownOrParents(name) : found;
    }

    private Class<?> ownOrParents(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException notHere) {
            return getParent().loadClass(name);
        }
    }

    private static Class<?> tryIn(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException notThere) {
            return null;
        }
    }

    /** Own ones hide the parent's: a list of services names classes of the version that it came with. */
    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null && !isolated.holdResource(name) ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> own = findResources(name);
        return own.hasMoreElements() || isolated.holdResource(name) ? own : super.getResources(name);
    }

    /** As {@link URLClassLoader} wants them. */
    public static URL[] urls(List<Path> classPath) {
        return classPath.stream().map(IsolatedLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path element) {
        try {
            return element.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a class path element: " + element, e);
        }
    }

    /** Packages with everything below them. */
    private record Packages(List<String> prefixes) {
        Packages(Collection<String> names) {
            this(names.stream().map(name -> name + ".").toList());
        }

        boolean hold(String className) {
            return prefixes.stream().anyMatch(className::startsWith);
        }

        boolean holdResource(String name) {
            String path = name.startsWith(SERVICES) ? name.substring(SERVICES.length()) : name;
            return hold(path.replace('/', '.'));
        }
    }
}
