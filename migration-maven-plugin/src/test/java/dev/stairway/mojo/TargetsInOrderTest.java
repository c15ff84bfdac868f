package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several databases in one go. */
class TargetsInOrderTest {

    @TempDir
    private Path work;

    private OperationGoal goal;

    @BeforeEach
    void changelogAndThreeFiles() throws IOException {
        goal = new OperationGoal(work);
        Files.writeString(
                work.resolve("changelog.sql"),
                "--liquibase formatted sql\n--changeset ann:1\nCREATE TABLE customer (id INT);\n"
                        + "--rollback DROP TABLE customer;\n");
        for (String name : List.of("one", "two", "three")) {
            Files.createFile(file(name));
        }
    }

    private Path file(String name) {
        return work.resolve(name + ".db");
    }

    private String url(String name) {
        return "jdbc:sqlite:" + file(name);
    }

    /** In which the migration cannot work. */
    private void spoil(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(name));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (other INT)");
        }
    }

    private UpgradeMojo upgrade(String... names) {
        List<TargetParameter> targets = new ArrayList<>();
        for (String name : names) {
            targets.add(new TargetParameter(url(name), null, null, null, "MIGRATION_PASSWORD"));
        }
        return goal.of(
                new UpgradeMojo(),
                "upgrade",
                Map.of("targets", targets, "changelogFile", "changelog.sql", "environment", "staging", "yes", true));
    }

    private List<String> begun() {
        return goal.logged.stream()
                .filter(line -> line.startsWith("upgrade of ") && line.contains(" by "))
                .map(line -> line.replaceAll(".*/(\\w+)\\.db by .*", "$1"))
                .toList();
    }

    @Test
    void theyAreUpgradedInTheOrderInWhichTheyAreListed() throws Exception {
        upgrade("three", "one", "two").execute();
        assertThat(begun()).containsExactly("three", "one", "two");
        assertThat(goal.logged)
                .filteredOn(line -> line.contains(": DONE, revision"))
                .hasSize(3);
    }

    @Test
    void theFirstThatFailsEndsItAndTheMessageTellsOfTheOthers() throws Exception {
        spoil("two");
        byte[] before = Files.readAllBytes(file("three"));
        assertThatThrownBy(upgrade("one", "two", "three")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("upgrade of " + url("two") + ": TAKEN_BACK. ")
                .hasMessageEndingWith("\n  Done before it: " + url("one") + " (DONE)\n  Not begun: " + url("three"));
        assertThat(begun()).containsExactly("one", "two");
        assertThat(Files.readAllBytes(file("three"))).isEqualTo(before);
        assertThat(work.resolve("out/operations")).isDirectoryContaining("glob:**upgrade*.json");
        // Once it is mended the same command goes on.
        Files.delete(file("two"));
        Files.createFile(file("two"));
        goal.logged.clear();
        upgrade("one", "two", "three").execute();
        assertThat(goal.logged).anyMatch(line -> line.startsWith("upgrade of " + url("one") + ": NOTHING_TO_DO"));
    }

    @Test
    void oneThatIsRefusedEndsItAsWellAndASingleOneIsAlone() throws Exception {
        Files.delete(file("one"));
        assertThatThrownBy(upgrade("one", "two")::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("there is no such file")
                .hasMessageEndingWith("\n  Done before it: none\n  Not begun: " + url("two"));
        assertThatThrownBy(upgrade("one")::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageNotContaining("Not begun");
    }
}
