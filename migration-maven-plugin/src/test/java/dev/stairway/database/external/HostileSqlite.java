package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.sqlite.ExternalSqliteServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Set-ups around files, whose bytes and times are the proof that nothing was written. */
final class HostileSqlite {

    private static final ClassLoader DRIVERS = HostileSqlite.class.getClassLoader();

    private final Path root;
    private final List<Hostile> all = new ArrayList<>();
    private int directories;

    HostileSqlite(Path root) {
        this.root = root;
    }

    /** Arranges something in a directory of its own and says what URL to name. */
    @FunctionalInterface
    private interface Arranged {
        String in(Path directory) throws Exception;
    }

    List<Hostile> all() {
        urls();
        files();
        contents();
        return all;
    }

    private void add(String name, String refusal, Arranged arranged) {
        all.add(new Hostile("file: " + name, refusal, trial -> {
            Path directory = Files.createDirectory(root.toRealPath().resolve("files-" + ++directories));
            String url = arranged.in(directory);
            Map<Path, String> before = state(directory);
            trial.attempt(() -> ExternalSqliteServer.open(target(url), DRIVERS).close());
            assertThat(state(directory)).isEqualTo(before);
        }));
    }

    static ExternalTarget target(String url) {
        return new ExternalTarget(url, "", "", NamedPostgres.MARK, Hosts.NONE, ExternalTarget.MAX_SERVER_BYTES);
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    static Path marked(Path directory) {
        Path file = directory.resolve("tests.db");
        ExternalSqliteServer.mark(target(url(file)), 30, DRIVERS);
        return file;
    }

    /** Bytes and times of everything there. */
    private static Map<Path, String> state(Path directory) throws IOException {
        Map<Path, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.forEach(file -> state.put(file, state1(file)));
        }
        return state;
    }

    private static String state1(Path file) {
        try {
            String bytes = Files.isRegularFile(file)
                    ? new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                    : "";
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " " + bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void sql(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url(file));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private void urls() {
        String host = "lock-3-host";
        add("in memory", host, directory -> "jdbc:sqlite::memory:");
        add("no path", host, directory -> "jdbc:sqlite:");
        add("relative", host, directory -> "jdbc:sqlite:tests.db");
        add(
                "upwards",
                host,
                directory -> url(marked(directory)).replace("tests.db", "../" + directory.getFileName() + "/tests.db"));
        add("a URI", host, directory -> "jdbc:sqlite:file:" + marked(directory) + "?mode=rwc");
        add("a parameter", host, directory -> url(marked(directory)) + "?journal_mode=WAL");
        add("a resource", host, directory -> "jdbc:sqlite::resource:http://127.0.0.1/evil.db");
        add("of another machine", host, directory -> "jdbc:sqlite://server/share/tests.db");
    }

    private void files() {
        String inUse = "lock-6-in-use";
        String host = "lock-3-host";
        add(
                "a link",
                host,
                directory -> url(Files.createSymbolicLink(directory.resolve("link.db"), marked(directory))));
        add(
                "a link that leads nowhere",
                host,
                directory ->
                        url(Files.createSymbolicLink(directory.resolve("link.db"), directory.resolve("absent.db"))));
        add("a linked directory", host, directory -> {
            Path real = Files.createDirectory(directory.resolve("real"));
            marked(real);
            return url(
                    Files.createSymbolicLink(directory.resolve("linked"), real).resolve("tests.db"));
        });
        add("a directory", host, directory -> url(Files.createDirectory(directory.resolve("tests.db"))));
        add("a second name", inUse, directory -> {
            Path file = marked(directory);
            Files.createLink(directory.resolve("second.db"), file);
            return url(file);
        });
        for (String suffix : List.of("-wal", "-shm", "-journal")) {
            add("with " + suffix, inUse, directory -> {
                Path file = marked(directory);
                Files.writeString(file.resolveSibling("tests.db" + suffix), "of somebody");
                return url(file);
            });
        }
        add("of production", inUse, directory -> url(Files.createFile(directory.resolve("shop-prod.db"))));
        add(
                "in production's directory",
                inUse,
                directory -> url(marked(Files.createDirectory(directory.resolve("tests")))
                        .resolveSibling("production")
                        .resolve("a.db")));
        add("large", inUse, directory -> {
            Path file = marked(directory);
            Files.write(file, new byte[2 << 20], StandardOpenOption.APPEND);
            return url(file);
        });
        add("under Git", inUse, directory -> {
            Path file = marked(directory);
            Path git = Files.createDirectory(directory.resolve(".git"));
            Files.writeString(git.resolve("index"), "DIRC\0\0\0\2\0\0\0\1…tests.db\0\0\0");
            return url(file);
        });
        add("under Subversion", inUse, directory -> {
            Files.createDirectory(directory.resolve(".svn"));
            return url(marked(directory));
        });
    }

    private void contents() {
        String mark = "lock-2-mark";
        add("absent", mark, directory -> url(directory.resolve("absent.db")));
        add("empty", mark, directory -> url(Files.createFile(directory.resolve("tests.db"))));
        add(
                "no database",
                mark,
                directory -> url(Files.writeString(directory.resolve("tests.db"), "notes of somebody")));
        add("damaged", mark, directory -> {
            Path file = marked(directory);
            try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
                bytes.write(ByteBuffer.wrap(new byte[50]), 100);
            }
            return url(file);
        });
        add("tables and no mark", "lock-4-empty", directory -> {
            Path file = directory.resolve("tests.db");
            sql(file, "CREATE TABLE customers (id INTEGER)");
            return url(file);
        });
        add("a table besides the mark", "lock-4-empty", directory -> {
            Path file = marked(directory);
            sql(file, "CREATE TABLE customers (id INTEGER)");
            return url(file);
        });
        add("a view besides the mark", "lock-4-empty", directory -> {
            Path file = marked(directory);
            sql(file, "CREATE VIEW v AS SELECT 1");
            return url(file);
        });
        add("a trigger besides the mark", "lock-4-empty", directory -> {
            Path file = marked(directory);
            sql(file, "CREATE TRIGGER t AFTER INSERT ON stairway_mark BEGIN SELECT 1; END");
            return url(file);
        });
        add(
                "a copy of a marked one",
                mark,
                directory -> url(Files.copy(marked(directory), directory.resolve("copy.db"))));
        add(
                "a marked one under another name",
                mark,
                directory -> url(Files.move(marked(directory), directory.resolve("moved.db"))));
        add("an expired mark", mark, directory -> changed(directory, "UPDATE stairway_mark SET expires_at = 1"));
        add(
                "a mark of the future",
                mark,
                directory -> changed(directory, "UPDATE stairway_mark SET marked_at = marked_at + 100000"));
        add(
                "a mark of another project",
                mark,
                directory -> changed(directory, "UPDATE stairway_mark SET token = 'other-tests-77'"));
        add(
                "two marks",
                mark,
                directory -> changed(directory, "INSERT INTO stairway_mark SELECT * FROM stairway_mark"));
        add(
                "a mark with other columns",
                mark,
                directory -> changed(directory, "ALTER TABLE stairway_mark RENAME COLUMN token TO word"));
        add("a mark without rows", mark, directory -> changed(directory, "DELETE FROM stairway_mark"));
    }

    private static String changed(Path directory, String sql) throws Exception {
        Path file = marked(directory);
        sql(file, sql);
        return url(file);
    }
}
