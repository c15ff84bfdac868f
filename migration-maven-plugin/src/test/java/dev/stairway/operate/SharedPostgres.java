package dev.stairway.operate;

import dev.stairway.database.files.FileTrees;
import dev.stairway.database.postgres.NamedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One named PostgreSQL for all tests of a JVM; started when first asked for. */
public final class SharedPostgres {

    private static final Path WORK = work();
    private static final NamedPostgres NAMED = NamedPostgres.start(17, WORK);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedPostgres::stop));
    }

    private SharedPostgres() {}

    public static NamedPostgres get() {
        return NAMED;
    }

    private static Path work() {
        try {
            return Files.createTempDirectory("stairway-shared-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop() {
        NAMED.close();
        try {
            FileTrees.delete(WORK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
