package dev.stairway.perf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Position;
import dev.stairway.engine.ReleaseReads;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TouchedTablesTest {

    private static final TouchedTables.Present PRESENT = () -> List.of("public.user", "public.users", "public.Orders");

    @Test
    void withoutLocksItIsWhatTheMigrationNamesAsAWholeWord() throws Exception {
        TouchedTables tables = new TouchedTables(PRESENT);

        assertThat(tables.of(migration("update users set a = 1"), Way.UP)).containsExactly("public.users");
        assertThat(tables.of(migration("drop index on ORDERS"), Way.UP)).containsExactly("public.Orders");
    }

    @Test
    void aMigrationThatNamesNoTableMayTouchAnyOfThem() throws Exception {
        assertThat(new TouchedTables(PRESENT).of(migration("select 1"), Way.UP)).hasSize(3);
    }

    @Test
    void locksThatWereSeenSayItBetterEachForItsOwnWay() throws Exception {
        Seen up = new Seen(1);
        up.traced(List.of(new StatementTrace(
                "x",
                0,
                1,
                true,
                List.of(lock("public.b", Blocked.WRITES), lock("public.a", Blocked.READS)),
                List.of(),
                -1,
                Map.of())));
        Migration migration = migration("update users set a = 1");
        PassReport watched =
                new PassReport(List.of(new PassReport.Step(migration, -1, null, up, new Seen(1))), List.of(), null, "");
        TouchedTables tables = new TouchedTables(PRESENT).learn(watched);

        assertThat(tables.of(migration, Way.UP)).containsExactly("public.a", "public.b");
        assertThat(tables.of(migration, Way.DOWN)).containsExactly("public.users");
    }

    @Test
    void keysAreNamedByTheirDeclaredPatterns() throws Exception {
        Migration migration = migration("", KeyMapping.parse("session:{id} -> session:v2:{id}"));

        assertThat(new TouchedTables(List::of).of(migration, Way.UP)).containsExactly("session:{id}");
        assertThat(new TouchedTables(List::of).of(migration, Way.DOWN)).containsExactly("session:v2:{id}");
    }

    private static RelationLock lock(String relation, Blocked blocked) {
        return new RelationLock(relation, "ShareLock", 1, 0, List.of(blocked), 0);
    }

    private static Migration migration(String text, KeyMapping... mappings) {
        return new Migration(
                "m",
                "m",
                "",
                "f.sql",
                1,
                "",
                "",
                Migration.Rollback.WRITTEN,
                false,
                true,
                text,
                Optional.empty(),
                List.of(mappings),
                ReleaseReads.NONE,
                Position.UNKNOWN);
    }
}
