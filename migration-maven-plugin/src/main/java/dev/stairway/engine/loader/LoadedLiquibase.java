package dev.stairway.engine.loader;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.loader.IsolatedLoader;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Our adapter on top of one Liquibase.
 *
 * @param loader of both and of the project's classes; null for the plugin's own
 */
record LoadedLiquibase(Engine engine, EngineLibrary library, IsolatedLoader loader) {

    private static final List<String> ISOLATED =
            List.of("liquibase", LiquibaseEngine.class.getPackage().getName());

    /**
     * Types of ours, and what sessions and logs of ours are made of: code of the project that asks a connection for the
     * driver's own type must get that of the driver in use.
     */
    private static final List<String> SHARED = List.of("dev.stairway", "org.slf4j", "org.postgresql", "org.sqlite");

    /** Loads adapter, library and the project's classes together, and away from everybody else's. */
    static LoadedLiquibase isolated(EngineLibrary library, ClassLoader project) {
        List<Path> classPath = new ArrayList<>(elements((URLClassLoader) project));
        classPath.add(IsolatedLoader.placeOf(LiquibaseEngine.class));
        IsolatedLoader loader = new IsolatedLoader(
                "liquibase-" + library.version(), classPath, LiquibaseEngine.class.getClassLoader(), ISOLATED, SHARED);
        try {
            return new LoadedLiquibase(engine(loader), library, loader);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException unfit) {
            close(loader);
            throw unfit(library, unfit);
        }
    }

    private static Engine engine(ClassLoader loader) throws ReflectiveOperationException {
        Engine engine = (Engine) Class.forName(LiquibaseEngine.class.getName(), true, loader)
                .getConstructor()
                .newInstance();
        engine.prepare();
        return engine;
    }

    private static ProblemException unfit(EngineLibrary library, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return ProblemException.setup(
                "Liquibase " + library.version() + " of the project cannot be run",
                "test class path of the project",
                root.toString(),
                "Add org.liquibase:liquibase-core to the <dependencies> of this plugin, in a version from 4.20.0 to 5.0;"
                        + " that one runs then",
                cause);
    }

    /** The changelog with classes that fit to the engine. */
    ChangelogSource reloaded(ChangelogSource source) {
        return loader == null ? source : source.with(loader);
    }

    void close() {
        if (loader != null) {
            close(loader);
        }
    }

    private static void close(IsolatedLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> elements(URLClassLoader loader) {
        List<Path> elements = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                elements.add(Path.of(url.toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("Not a class path element: " + url, e);
            }
        }
        return elements;
    }
}
