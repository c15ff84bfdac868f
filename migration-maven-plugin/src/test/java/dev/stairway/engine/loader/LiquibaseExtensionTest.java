package dev.stairway.engine.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind of change that only an extension among the project's dependencies knows. */
class LiquibaseExtensionTest {

    private static final String EXTENSION = """
            package shop;

            import liquibase.change.*;
            import liquibase.database.Database;
            import liquibase.statement.SqlStatement;
            import liquibase.statement.core.RawSqlStatement;

            @DatabaseChange(name = "greet", description = "greets", priority = ChangeMetaData.PRIORITY_DEFAULT)
            public class Greet extends AbstractChange {
                private String whom;
                public String getWhom() { return whom; }
                public void setWhom(String whom) { this.whom = whom; }
                public String getConfirmationMessage() { return "done"; }
                public SqlStatement[] generateStatements(Database database) {
                    return new SqlStatement[] {new RawSqlStatement("select '" + whom + "'")};
                }
            }
            """;

    private static final String CHANGELOG = """
            databaseChangeLog:
              - changeSet:
                  id: greeting
                  author: me
                  changes:
                    - greet: {whom: everybody}
            """;

    private final Path jar = Liquibases.jar("4.27.0");

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("db.yaml"), CHANGELOG);
    }

    @Test
    void an_extension_of_the_project_is_found() throws Exception {
        Path extension = Liquibases.compiled(directory, "Greet", EXTENSION, jar);
        Path services = Files.createDirectories(extension.resolve("META-INF/services"));
        Files.writeString(services.resolve("liquibase.change.Change"), "shop.Greet\n");
        try (URLClassLoader project = Liquibases.project(jar, extension);
                ProjectLiquibase engine = new ProjectLiquibase(false)) {
            assertThat(engine.read(source(project)).migrations())
                    .singleElement()
                    .extracting(Migration::text)
                    .asString()
                    .contains("greet", "whom=everybody");
        }
    }

    @Test
    void without_it_the_change_is_unknown() throws Exception {
        try (URLClassLoader project = Liquibases.project(jar);
                ProjectLiquibase engine = new ProjectLiquibase(false)) {
            assertThatThrownBy(() -> engine.read(source(project)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("greet");
        }
    }

    private ChangelogSource source(ClassLoader project) {
        return new ChangelogSource("db.yaml", List.of(directory), project, Map.of(), "", "");
    }
}
