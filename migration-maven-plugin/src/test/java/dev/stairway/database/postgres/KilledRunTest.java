package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left on a named server by runs that did not end well. */
class KilledRunTest {

    @TempDir
    static Path work;

    private static NamedPostgres named;
    private static ExternalTarget target;

    @BeforeAll
    static void start() {
        named = NamedPostgres.start(16, work);
        target = named.marked("stairway_tests");
    }

    @AfterAll
    static void stop() {
        if (named != null) {
            named.close();
        }
    }

    private static ChildJvm child() throws IOException {
        return ChildJvm.start(List.of(), System.getProperty("java.class.path"), HoldNamed.class, target.url());
    }

    private static List<String> made() {
        return named.databases().stream()
                .filter(name -> name.matches(NamedSessions.MADE))
                .toList();
    }

    @Test
    void aKilledRunLeavesADatabaseThatTheNextOneDrops() throws Exception {
        try (ChildJvm child = child()) {
            child.awaitPort();
            assertThat(made()).hasSize(1);
        }
        String left = made().get(0);
        // The server notices a moment later that its client has gone.
        while (!named.text("postgres", "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'stairway'")
                .equals("0")) {
            Thread.onSpinWait();
        }
        try (ExternalPostgresServer next = ExternalPostgresServer.open(target, "")) {
            assertThat(next.notes()).anyMatch(note -> note.contains(left) && note.contains("was dropped"));
        }
        assertThat(made()).isEmpty();
    }

    @Test
    void aRunThatIsToldToEndDropsItsDatabaseItself() throws Exception {
        try (ChildJvm child = child()) {
            child.awaitPort();
            assertThat(made()).hasSize(1);
            child.process().destroy();
            child.process().onExit().join();
        }
        assertThat(made()).isEmpty();
    }
}
