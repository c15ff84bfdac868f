package dev.stairway.engine.flyway;

import dev.stairway.engine.ChangelogSource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** A project that is written into a test's directory. */
final class FlywayProject {

    static final String LOCATION = "db/migration";

    private final Path directory;
    private final int major;
    private final Map<String, String> settings = new HashMap<>();
    private ClassLoader loader;

    private FlywayProject(Path directory, int major) {
        this.directory = directory;
        this.major = major;
        this.loader = FlywayJars.loader(major);
    }

    static FlywayProject in(Path directory) {
        return new FlywayProject(directory, FlywayJars.NEWEST);
    }

    static FlywayProject in(Path directory, int major) {
        return new FlywayProject(directory, major);
    }

    /** Two tables, each with its way back. */
    FlywayProject usual() {
        return sql("V1__users", "create table users (id int primary key, name varchar(50) not null);")
                .sql("U1__users", "drop table users;")
                .sql("V2__orders", "create table orders (id int primary key, user_id int references users (id));")
                .sql("U2__orders", "drop table orders;");
    }

    FlywayProject sql(String name, String text) {
        return file(LOCATION + "/" + name + ".sql", text);
    }

    FlywayProject file(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FlywayProject set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Compiles a class into the class path of the project. */
    FlywayProject java(String name, String text) {
        file("java/" + name.replace('.', '/') + ".java", text);
        Path classes = directory.resolve("classes");
        StringWriter told = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = FlywayJars.of(major).stream()
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            boolean compiled = compiler.getTask(
                            told,
                            files,
                            null,
                            List.of("-cp", classPath, "-d", classes.toString(), "-proc:none", "--release", "17"),
                            null,
                            files.getJavaFileObjects(directory.resolve("java/" + name.replace('.', '/') + ".java")))
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException(told.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loader = FlywayJars.loader(major, classes);
        return this;
    }

    FlywayProject loadedBy(ClassLoader other) {
        loader = other;
        return this;
    }

    ChangelogSource source() {
        return source(LOCATION);
    }

    ChangelogSource source(String location) {
        return new ChangelogSource(location, List.of(directory), loader, Map.of(), "", "").with(settings);
    }
}
