package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParanoidFingerprinterTest {

    private static final String[] STEP = {"CREATE TABLE seen (a int)", "CREATE TABLE unseen (a int)"};

    @Test
    void what_the_fast_reading_is_blind_to_is_kept_as_missed() throws Exception {
        try (Database database = TestServers.sqlite().fresh("paranoid");
                JdbcSession session = (JdbcSession) database.newSession();
                Fingerprinter paranoid = new ParanoidFingerprinter(
                        Fingerprinters.open(database, Set.of("unseen")), Fingerprinters.open(database, Set.of()))) {
            play(session, paranoid, STEP);

            Difference missed = paranoid.missed();
            assertThat(missed.schema()).containsOnlyKeys("table unseen");
            assertThat(missed.data()).containsOnlyKeys("unseen");
            assertThat(paranoid.missed().isEmpty()).isTrue();
        }
    }

    @Test
    void readings_that_agree_miss_nothing_and_say_the_same_as_the_fast_one() throws Exception {
        try (Database database = TestServers.sqlite().fresh("paranoid");
                JdbcSession session = (JdbcSession) database.newSession();
                Fingerprinter paranoid = Fingerprinters.paranoid(database, Set.of(), false);
                Fingerprinter plain = Fingerprinters.open(database, Set.of())) {
            plain.readAll(session);
            Difference checked = play(session, paranoid, STEP);

            assertThat(paranoid.missed().isEmpty()).isTrue();
            assertThat(checked).isEqualTo(plain.read(session));
        }
    }

    @Test
    void a_step_that_is_taken_back_is_forgotten() throws Exception {
        try (Database database = TestServers.sqlite().fresh("paranoid");
                JdbcSession session = (JdbcSession) database.newSession();
                Fingerprinter paranoid = Fingerprinters.paranoid(database, Set.of(), false)) {
            Difference reading = play(session, paranoid, STEP);
            session.discard();
            paranoid.undo(reading);

            assertThat(paranoid.tables()).isEmpty();
            assertThat(play(session, paranoid, STEP)).isEqualTo(reading);
            assertThat(paranoid.missed().isEmpty()).isTrue();
        }
    }

    private static Difference play(JdbcSession session, Fingerprinter fingerprinter, String... statements)
            throws SQLException {
        if (fingerprinter.groupKeys().isEmpty()) {
            fingerprinter.readAll(session);
        }
        session.connection().setAutoCommit(false);
        session.begin();
        fingerprinter.watch(session);
        try (Statement statement = session.connection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return fingerprinter.read(session);
    }
}
