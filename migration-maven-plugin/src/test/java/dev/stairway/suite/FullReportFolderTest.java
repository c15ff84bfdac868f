package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.redis.Tmpfs;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the reports is full, at any moment of writing them: the folder is named, and no file is a half one. */
class FullReportFolderTest {

    private static final String CHANGELOG = """
            --liquibase formatted sql
            --changeset ann:base
            create table users (id int primary key, email varchar(50));
            --rollback drop table users;
            """;

    private static final int DISK = 4 << 20;

    @TempDir
    private Path directory;

    private Path disk;
    private Path out;

    @BeforeEach
    void mount() throws Exception {
        disk = directory.resolve("disk");
        assumeTrue(Tmpfs.mount(disk, Integer.toString(DISK)), "only root may mount a disk");
        out = disk.resolve("migration");
        Files.writeString(directory.resolve("changelog.sql"), CHANGELOG);
    }

    @AfterEach
    void unmount() throws Exception {
        Tmpfs.unmount(disk);
    }

    @Test
    void withRoomAllIsWrittenAndNothingElse() throws Exception {
        run();

        requireWhole();
        assertThat(names()).contains("metrics.json", "index.html", "migration.sarif", "summary.md");
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void whateverIsLeftOfTheDiskNoFileIsHalfWritten() throws Exception {
        run();
        // A new file needs room besides the old one that it replaces.
        long needed = largest();
        for (long room = 0; room < needed * 9 / 10; room += needed / 5) {
            fill(room);
            assertThatThrownBy(this::run)
                    .as("with " + room + " bytes left of " + needed)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(out.toString())
                    .hasMessageContaining("No space left")
                    .hasMessageContaining("the disk has room");
            Files.delete(disk.resolve("filler"));
            requireWhole();
            assertThat(names()).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void aDiskThatMayOnlyBeReadIsNamed() throws Exception {
        assumeTrue(Tmpfs.readOnly(disk), "only root may mount a disk");

        assertThatThrownBy(this::run)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(out.toString())
                .hasMessageContaining("Read-only file system")
                .hasMessageContaining("Check that the directory is writable");
    }

    /** Takes all but so much. */
    private void fill(long room) throws IOException {
        try (RandomAccessFile filler =
                new RandomAccessFile(disk.resolve("filler").toFile(), "rw")) {
            byte[] page = new byte[4096];
            while (Files.getFileStore(disk).getUsableSpace() > room + page.length) {
                filler.write(page);
            }
        }
    }

    private void requireWhole() throws Exception {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                String name = file.getFileName().toString();
                if (name.endsWith(".json") || name.endsWith(".sarif")) {
                    assertThatCode(() -> new ObjectMapper().readTree(text))
                            .as(name)
                            .doesNotThrowAnyException();
                } else if (name.endsWith(".xml")) {
                    assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance()
                                    .newDocumentBuilder()
                                    .parse(file.toFile()))
                            .as(name)
                            .doesNotThrowAnyException();
                } else if (name.endsWith(".html")) {
                    assertThat(text.stripTrailing()).as(name).endsWith("</html>");
                } else if (name.endsWith(".prom")) {
                    assertThat(text.stripTrailing()).as(name).endsWith("# EOF");
                }
                assertThat(name.endsWith(".jsonl") || !text.isEmpty()).as(name).isTrue();
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private long largest() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElseThrow();
        }
    }

    private Suite.Result run() throws InterruptedException {
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                "test",
                List.of(new NamedChangelog("changelog", "liquibase", source)),
                List.of(new DatabaseRequest("sqlite", "")),
                List.of(Scenario.of("empty", 0)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                1,
                out,
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of());
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of((product, version) -> TestServers.sqlite()),
                        new ProgressLines(line -> {}),
                        Clock.systemUTC())
                .run();
    }
}
