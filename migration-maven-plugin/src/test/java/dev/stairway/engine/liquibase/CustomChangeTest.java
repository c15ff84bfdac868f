package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Custom Java changes whose classes only the project's class loader has. */
@Tag("liquibase")
class CustomChangeTest {

    private static final String CLASS = """
            package custom;

            import liquibase.change.custom.*;
            import liquibase.database.Database;
            import liquibase.exception.*;
            import liquibase.resource.ResourceAccessor;
            import liquibase.statement.SqlStatement;
            import liquibase.statement.core.RawSqlStatement;

            public class %s implements %s {
                private String table;
                public void setTable(String table) { this.table = table; }
                %s
                public String getConfirmationMessage() { return "done"; }
                public void setUp() throws SetupException {}
                public void setFileOpener(ResourceAccessor resources) {}
                public ValidationErrors validate(Database database) { return new ValidationErrors(); }
            }
            """;

    private static final String WORKING = """
            public SqlStatement[] generateStatements(Database database) {
                return new SqlStatement[] {new RawSqlStatement("create table " + table + " (id int)")};
            }
            public SqlStatement[] generateRollbackStatements(Database database) {
                return new SqlStatement[] {new RawSqlStatement("drop table " + table)};
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_custom_change_of_the_project_goes_up_and_down(DatabaseServer server) throws Exception {
        try (URLClassLoader loader = compiled("Working", "CustomSqlChange, CustomSqlRollback", WORKING);
                Stepper stepper = new Stepper(server, source(loader, "Working"))) {
            assertThat(stepper.migration("custom").rollback()).isEqualTo(Rollback.AUTOMATIC);
            assertThat(stepper.up("custom")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.value("select count(*) from made")).isEqualTo("0");
            assertThat(stepper.down("custom")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.statements()).containsExactly("drop table made");
            assertThat(stepper.up("custom")).isEqualTo(StepOutcome.executed());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void an_exception_of_a_custom_change_is_an_outcome(DatabaseServer server) throws Exception {
        String body = "public void execute(Database d) { throw new IllegalStateException(\"no session\"); }";
        try (URLClassLoader loader = compiled("Throwing", "CustomTaskChange", body);
                Stepper stepper = new Stepper(server, source(loader, "Throwing"))) {
            assertThat(stepper.migration("custom").rollback()).isEqualTo(Rollback.MISSING);
            assertThat(stepper.up("custom"))
                    .isEqualTo(StepOutcome.failed("java.lang.IllegalStateException: no session", ""));
            assertThat(stepper.up("after")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.pending()).containsExactly("custom", "half");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void an_error_of_a_custom_change_is_an_outcome_and_leaves_nothing_behind(DatabaseServer server) throws Exception {
        String body = """
                public void execute(Database d) {
                    try {
                        var connection = (liquibase.database.jvm.JdbcConnection) d.getConnection();
                        connection.createStatement().execute("create table half (id int)");
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                    throw new NoClassDefFoundError("org/example/Gone");
                }
                """;
        try (URLClassLoader loader = compiled("Broken", "CustomTaskChange", body);
                Stepper stepper = new Stepper(server, source(loader, "Broken"))) {
            assertThat(stepper.up("custom"))
                    .isEqualTo(StepOutcome.failed("java.lang.NoClassDefFoundError: org/example/Gone", ""));
            assertThat(stepper.up("after")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.up("half")).isEqualTo(StepOutcome.executed());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_custom_change_whose_class_is_missing_fails_alone(DatabaseServer server) throws Exception {
        try (URLClassLoader loader = compiled("Working", "CustomSqlChange, CustomSqlRollback", WORKING);
                Stepper stepper = new Stepper(server, source(loader, "Missing"))) {
            StepOutcome outcome = stepper.up("custom");
            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason()).startsWith("The class custom.Missing of this customChange cannot be loaded");
            assertThat(stepper.migration("custom").rollback()).isEqualTo(Rollback.MISSING);
            assertThat(stepper.up("after")).isEqualTo(StepOutcome.executed());
        }
    }

    private ChangelogSource source(ClassLoader loader, String name) {
        new Changelogs(directory).xml("db.xml", """
                <changeSet id="custom" author="me">
                  <customChange class="custom.%s"><param name="table" value="made"/></customChange>
                </changeSet>
                <changeSet id="after" author="me"><sql>select 1</sql></changeSet>
                <changeSet id="half" author="me"><sql>create table half (id int)</sql></changeSet>
                """.formatted(name));
        return new ChangelogSource("db.xml", List.of(directory), loader, Map.of(), "", "");
    }

    private URLClassLoader compiled(String name, String interfaces, String body) throws IOException {
        Path source = Files.createDirectories(directory.resolve("src/custom")).resolve(name + ".java");
        Files.writeString(source, CLASS.formatted(name, interfaces, body));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        OutputStream.nullOutputStream(),
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(result).isZero();
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }
}
