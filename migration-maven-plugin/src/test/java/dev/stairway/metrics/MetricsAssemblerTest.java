package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.ServerLoad;
import dev.stairway.database.Work;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.judge.PatternChange;
import dev.stairway.metrics.MetricsDocument.KeyChange;
import dev.stairway.metrics.MetricsDocument.LiveSessions;
import dev.stairway.metrics.MetricsDocument.SchemaChange;
import dev.stairway.metrics.MetricsDocument.ServerWork;
import dev.stairway.run.LiveReport;
import dev.stairway.run.StepReport.Timing;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MetricsAssemblerTest {

    @Test
    void anObjectThatCameHasNeitherBeforeNorAfter() {
        Difference added = difference(null, column(Map.of("type", "text")));

        assertThat(MetricsAssembler.schemaChanges(added))
                .containsExactly(new SchemaChange("column t.c", "added", "", null, null));
    }

    @Test
    void anAttributeThatChangedHasBothAndOneThatCameHasOne() {
        Difference changed =
                difference(column(Map.of("type", "text")), column(Map.of("type", "varchar(9)", "default", "'a'")));

        assertThat(MetricsAssembler.schemaChanges(changed))
                .containsExactly(
                        new SchemaChange("column t.c", "changed", "default", null, "'a'"),
                        new SchemaChange("column t.c", "changed", "type", "text", "varchar(9)"));
    }

    @Test
    void whatTheServerSaysOfItsWorkIsToldInTheUnitsOfTheDocument() {
        Work work = new Work(List.of(), 0, new ServerLoad(Map.of("SET", 3L), -64L, 1_234_567L));

        assertThat(MetricsAssembler.work(new Timing(1, work, OptionalLong.of(2))))
                .isEqualTo(new ServerWork(2L, Map.of("SET", 3L), -64L, 1.235));
    }

    @Test
    void aDatabaseThatKeepsNoBooksHasNoWorkAndNotOneOfZeros() {
        Work work = new Work(List.of(new Work.Statement("DELETE FROM t", 5, 7)), 5);

        assertThat(MetricsAssembler.work(new Timing(1, work, OptionalLong.empty())))
                .isNull();
        assertThat(MetricsAssembler.work(null)).isNull();
        assertThat(MetricsAssembler.work(new Timing(1, work, OptionalLong.of(0))))
                .isEqualTo(new ServerWork(0L, Map.of(), null, null));
    }

    @Test
    void keysThatCameFromNowhereHaveNoPatternBefore() {
        PatternChange added = new PatternChange(
                "", "a:{id}", 3, 0, 0, new TreeSet<>(), new TreeSet<>(Set.of("string", "hash")), true);

        assertThat(KeyRecords.change(added))
                .isEqualTo(new KeyChange(null, "a:{id}", 3, 0, 0, List.of(), List.of("hash", "string"), true));
    }

    @Test
    void whatLiveClientsMetKeepsEveryNumberInItsPlace() {
        LiveReport.Way way =
                new LiveReport.Way("", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, "GET", 14.00049, 15.0006);

        assertThat(KeyRecords.live(way))
                .isEqualTo(new LiveSessions("", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, "GET", 14.0, 15.001));
    }

    private static SchemaGroup column(Map<String, String> attributes) {
        return new SchemaGroup("table t", List.of(new SchemaObject("column", "t.c", new TreeMap<>(attributes))), null);
    }

    private static Difference difference(SchemaGroup before, SchemaGroup after) {
        return new Difference(new TreeMap<>(Map.of("table t", new Change<>(before, after))), new TreeMap<>());
    }
}
