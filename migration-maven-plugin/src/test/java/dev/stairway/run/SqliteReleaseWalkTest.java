package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.finding.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Older releases of SQLite, through drivers of their own, see what the one at hand sees. */
class SqliteReleaseWalkTest {

    private static final String MIGRATIONS = """
            --changeset ann:more
            alter table users add column email varchar(100);
            update users set email = name;
            create index users_email on users (email);
            --rollback drop index users_email;
            --rollback alter table users drop column email;
            --changeset ann:forgets-an-index
            create table notes (id integer primary key, user_id int references users (id), text varchar(80));
            create index users_note on users (note);
            --rollback drop table notes;
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"3.41.2.2", "3.45.3"})
    void verdicts_and_fingerprints_are_those_of_the_release_at_hand(String release) {
        CellReport atHand = Walks.on("sqlite", directory).walk(MIGRATIONS);
        try (DatabaseServer server = TestServers.provider().start("sqlite", release)) {
            CellReport older =
                    Walks.on("sqlite", directory).servedBy(any -> server).walk(MIGRATIONS);

            assertThat(older.notRun()).isEmpty();
            assertThat(older.steps())
                    .extracting(StepReport::verdict)
                    .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.ROLLBACK_INCOMPLETE);
            assertThat(older.schemaDigest()).isEqualTo(atHand.schemaDigest());
            assertThat(older.dataDigest()).isEqualTo(atHand.dataDigest());
            assertThat(older.driverVersion()).startsWith("SQLite JDBC " + release);
        }
    }
}
