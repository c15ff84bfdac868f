package dev.stairway.fingerprint.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.Watched;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncrementalReadingTest {

    @Test
    void reading_what_was_touched_equals_reading_everything_by_pages() throws Exception {
        compare(Watched.on(TestServers.sqlite()));
    }

    @Test
    void reading_what_was_touched_equals_reading_everything_by_statements() throws Exception {
        compare(Watched.by(
                (database, bookkeeping) -> SqliteFingerprinter.watching((JdbcDatabase) database, bookkeeping),
                TestServers.sqlite()));
    }

    private static void compare(Watched opened) throws Exception {
        List<String> misses = new ArrayList<>();
        try (Watched watched = opened) {
            for (String step : steps()) {
                try {
                    watched.discard(step.split(";;"));
                    compare(watched, "discarded: " + step, misses);
                    watched.keep(step.split(";;"));
                    compare(watched, step, misses);
                } catch (SQLException broken) {
                    misses.add(step + "\n   fails: " + broken.getMessage());
                    watched.session.discard();
                    watched.fingerprinter.readAll(watched.session);
                }
            }
        }
        assertThat(misses).isEmpty();
    }

    private static void compare(Watched watched, String step, List<String> misses) throws SQLException {
        Difference error = watched.error();
        if (!error.isEmpty()) {
            misses.add(step + "\n   -> "
                    + DifferenceText.schema(error).stream()
                            .map(ObjectChange::sentence)
                            .toList()
                    + DifferenceText.data(error).stream()
                            .map(ObjectChange::sentence)
                            .toList());
            watched.fingerprinter.readAll(watched.session);
        }
    }

    /** Steps are separated by a line of dashes, statements by two semicolons. */
    static List<String> steps() throws Exception {
        try (InputStream in = IncrementalReadingTest.class.getResourceAsStream("steps.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n----\n")).map(String::strip).toList();
        }
    }
}
