package dev.stairway.operate;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.flyway.FlywayEngine;
import dev.stairway.engine.mybatis.MybatisEngine;
import dev.stairway.engine.sql.SqlEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The same migrations in the files of each engine but Liquibase. */
enum Changelogs {
    MYBATIS("mybatis"),
    FLYWAY("db/migration"),
    SCRIPTS("db/scripts");

    private static final URLClassLoader FLYWAY_JARS = flyway();

    private final String location;

    Changelogs(String location) {
        this.location = location;
    }

    Engine engine() {
        return switch (this) {
            case MYBATIS -> new MybatisEngine();
            case FLYWAY -> new FlywayEngine();
            case SCRIPTS -> new SqlEngine();
        };
    }

    /** What every project of this engine begins with. */
    ChangelogSource begin(Path work) {
        if (this == MYBATIS) {
            file(work, "environments/development.properties", "changelog=changelog\n");
            migration(
                    work,
                    0,
                    "CREATE TABLE ${changelog} (ID NUMERIC(20,0) NOT NULL PRIMARY KEY, APPLIED_AT VARCHAR(25) NOT NULL,"
                            + " DESCRIPTION VARCHAR(255) NOT NULL)",
                    "DROP TABLE ${changelog}");
        }
        ClassLoader loader = this == FLYWAY ? FLYWAY_JARS : Changelogs.class.getClassLoader();
        return new ChangelogSource(location, List.of(work), loader, Map.of(), "", "");
    }

    /** @param number from 1 @param down empty for none */
    void migration(Path work, int number, String up, String down) {
        switch (this) {
            case MYBATIS ->
                file(
                        work,
                        "scripts/2024010100000" + number + "_step.sql",
                        "-- // step\n" + up + ";\n" + (down.isEmpty() ? "" : "-- //@UNDO\n" + down + ";\n"));
            case FLYWAY -> {
                file(work, "V" + number + "__step.sql", up + ";\n");
                if (!down.isEmpty()) {
                    file(work, "U" + number + "__step.sql", down + ";\n");
                }
            }
            case SCRIPTS ->
                file(
                        work,
                        "00" + number + "_step.sql",
                        "-- migrate:up\n" + up + ";\n" + (down.isEmpty() ? "" : "-- migrate:down\n" + down + ";\n"));
        }
    }

    /** Removes it again. */
    void without(Path work, int number) {
        for (Path file : files(work, number)) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In its way back. @throws AssertionError when it is not there */
    void changeDown(Path work, int number, String from, String to) {
        boolean there = false;
        for (Path file : files(work, number)) {
            try {
                String text = Files.readString(file);
                there |= text.contains(from);
                Files.writeString(file, text.replace(from, to));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!there) {
            throw new AssertionError("No way back of " + number + " has " + from);
        }
    }

    private List<Path> files(Path work, int number) {
        String name = "(2024010100000|[VU]|00)" + number + "_+step\\.sql";
        try (Stream<Path> files = Files.walk(work.resolve(location))) {
            return files.filter(one -> one.getFileName().toString().matches(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void file(Path work, String name, String text) {
        try {
            Path file = work.resolve(location).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URLClassLoader flyway() {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("stairway.test.flyway"), "13"))) {
            URL[] urls = jars.filter(file -> file.toString().endsWith(".jar"))
                    .map(Changelogs::url)
                    .toArray(URL[]::new);
            return new URLClassLoader(urls, Changelogs.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
