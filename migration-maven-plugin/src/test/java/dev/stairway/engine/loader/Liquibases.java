package dev.stairway.engine.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.loader.IsolatedLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Releases of Liquibase that the build has put aside, and a project that uses one. */
final class Liquibases {

    private static final String CUSTOM_CHANGE = """
            package shop;

            import liquibase.change.custom.*;
            import liquibase.database.Database;
            import liquibase.exception.*;
            import liquibase.resource.ResourceAccessor;
            import liquibase.statement.SqlStatement;
            import liquibase.statement.core.RawSqlStatement;

            public class MakeTable implements CustomSqlChange, CustomSqlRollback {
                private String table;
                public void setTable(String table) { this.table = table; }
                public SqlStatement[] generateStatements(Database database) {
                    return new SqlStatement[] {new RawSqlStatement("create table " + table + " (id int)")};
                }
                public SqlStatement[] generateRollbackStatements(Database database) {
                    return new SqlStatement[] {new RawSqlStatement("drop table " + table)};
                }
                public String getConfirmationMessage() { return "done"; }
                public void setUp() throws SetupException {}
                public void setFileOpener(ResourceAccessor resources) {}
                public ValidationErrors validate(Database database) { return new ValidationErrors(); }
            }
            """;

    private Liquibases() {}

    /** Jars of releases, oldest first. */
    static List<Path> jars() {
        Path directory = Path.of(System.getProperty("stairway.test.liquibases", "target/liquibases"));
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("run generate-test-resources first", e);
        }
    }

    static Path jar(String version) {
        return jars().stream()
                .filter(jar -> version(jar).equals(version))
                .findFirst()
                .orElseThrow();
    }

    static String version(Path jar) {
        return jar.getFileName().toString().replaceAll("liquibase-core-|\\.jar", "");
    }

    /** The project's custom change, compiled with its own Liquibase. */
    static Path customChange(Path directory, Path liquibase) throws IOException {
        return compiled(directory, "MakeTable", CUSTOM_CHANGE, liquibase);
    }

    /** A directory of a class path that has this class. */
    static Path compiled(Path directory, String name, String text, Path liquibase) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path source = Files.writeString(directory.resolve(name + ".java"), text);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        OutputStream.nullOutputStream(),
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        liquibase.toString(),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(result).isZero();
        return classes;
    }

    /** The project's test class path over ours, as the plugin makes it. */
    static URLClassLoader project(Path... classPath) {
        return new URLClassLoader(
                "project-test-classes", IsolatedLoader.urls(List.of(classPath)), Liquibases.class.getClassLoader());
    }

    static ChangelogSource changelog(ClassLoader project) {
        return new ChangelogSource("db/changelog.xml", List.of(files()), project, Map.of(), "", "");
    }

    private static Path files() {
        try {
            return Path.of(Liquibases.class.getResource("project").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
