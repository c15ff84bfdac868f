package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.Watched;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncrementalReadingTest {

    static Stream<DatabaseServer> servers() {
        return Stream.of(14, 15, 16, 17, 18).map(TestServers::postgres);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void reading_what_was_touched_equals_reading_everything(DatabaseServer server) throws Exception {
        List<String> misses = new ArrayList<>();
        try (Watched watched = Watched.on(server)) {
            for (String step : steps()) {
                try {
                    watched.discard(step);
                    if (DifferenceText.schemaLevel(watched.error()).orElse(ObjectChange.Level.LOWER)
                            == ObjectChange.Level.REAL) {
                        compare(watched, "discarded: " + step, misses);
                    }
                    watched.keep(step);
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

    /** Steps are separated by a line of dashes. */
    static List<String> steps() throws IOException {
        try (InputStream in = IncrementalReadingTest.class.getResourceAsStream("steps.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n----\n")).map(String::strip).toList();
        }
    }
}
