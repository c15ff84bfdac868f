package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.operate.SharedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of the database is nowhere, whatever the upgrade comes to and however much is logged. */
class UpgradeTellsNoPasswordTest {

    private static final String CANARY = NamedPostgres.PASSWORD;

    @TempDir
    private Path work;

    private final StringBuilder told = new StringBuilder();

    @Test
    void notInTheLogOnAnyLevelNotInAnyFileNotInTheFailureAndNotInTheServersLog() throws Exception {
        NamedPostgres named = SharedPostgres.get();
        named.sql("postgres", "CREATE DATABASE quiet OWNER walker");
        int start = named.log().length();
        Path password = Files.createFile(
                work.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, CANARY);
        play(named, password, "CREATE TABLE a (id INT)", Level.ALL);
        assertThat(told).contains(": DONE, revision");
        // The server itself repeats it in its answer; below this level the driver logs what the migration says.
        play(named, password, "SELECT '" + CANARY + "'::int", Level.INFO);
        assertThat(told).contains("TAKEN_BACK", "invalid input syntax", "***");
        Files.writeString(password, CANARY + "-wrong");
        play(named, password, "CREATE TABLE a (id INT)", Level.ALL);
        assertThat(told).contains("password authentication failed");
        Files.delete(password);
        Files.delete(work.resolve("changelog.sql"));
        assertThat(told + files()).doesNotContain(CANARY);
        assertThat(named.log().substring(start).lines().filter(line -> line.contains(CANARY)))
                .as("but for the migration that says it")
                .allMatch(line -> line.matches(".*(SELECT '|invalid input syntax for type integer: \").*"));
    }

    private void play(NamedPostgres named, Path password, String sql, Level libraries) throws IOException {
        Files.writeString(
                work.resolve("changelog.sql"),
                "--liquibase formatted sql\n--changeset ann:" + told.length() + "\n" + sql
                        + ";\n--rollback SELECT 1;\n");
        OperationGoal goal = new OperationGoal(work);
        UpgradeMojo upgrade = goal.of(
                new UpgradeMojo(),
                "upgrade",
                Map.of(
                        "url",
                        named.url("quiet"),
                        "user",
                        NamedPostgres.WALKER,
                        "passwordFile",
                        password.toFile(),
                        "changelogFile",
                        "changelog.sql",
                        "auditFile",
                        work.resolve("audit.jsonl").toFile(),
                        "environment",
                        "staging",
                        "yes",
                        true));
        Throwable end = everythingPrinted(libraries, () -> catchThrowable(upgrade::execute));
        goal.logged.forEach(line -> told.append(line).append('\n'));
        if (end != null) {
            StringWriter trace = new StringWriter();
            end.printStackTrace(new PrintWriter(trace, true));
            told.append(trace);
        }
    }

    private interface Run {
        Throwable end();
    }

    /** Of the standard streams, and of libraries that log by java.util.logging. */
    private Throwable everythingPrinted(Level libraries, Run run) {
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Handler handler = new Recorder();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            root.addHandler(handler);
            root.setLevel(libraries);
            return run.end();
        } finally {
            root.setLevel(before);
            root.removeHandler(handler);
            System.setOut(out);
            System.setErr(error);
            told.append(printed.toString(StandardCharsets.UTF_8));
        }
    }

    private final class Recorder extends Handler {

        Recorder() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            told.append(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {
            // It is in memory.
        }

        @Override
        public void close() {
            // It is in memory.
        }
    }

    private String files() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.walk(work)) {
            List<Path> plain = all.filter(Files::isRegularFile).toList();
            assertThat(plain).hasSizeGreaterThan(4);
            for (Path file : plain) {
                text.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
