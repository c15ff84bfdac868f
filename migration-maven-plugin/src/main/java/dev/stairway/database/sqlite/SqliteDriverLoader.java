package dev.stairway.database.sqlite;

import dev.stairway.loader.IsolatedLoader;
import java.nio.file.Path;
import java.util.List;

/** Class loaders of releases of SQLite, which is a library inside of its driver; each unpacks one of its own. */
public final class SqliteDriverLoader {

    private SqliteDriverLoader() {}

    /** @param jar of the driver; the caller closes the loader */
    public static IsolatedLoader of(Path jar) {
        return new IsolatedLoader(
                jar.getFileName().toString(),
                List.of(jar, IsolatedLoader.placeOf(SqliteDriverLoader.class)),
                SqliteDriverLoader.class.getClassLoader(),
                List.of("org.sqlite", Found.PACKAGE),
                List.of("dev.stairway", "org.slf4j"));
    }
}
