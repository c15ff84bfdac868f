package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.metrics.MetricsDocument.SchemaChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static SchemaGroup column(Map<String, String> attributes) {
        return new SchemaGroup("table t", List.of(new SchemaObject("column", "t.c", new TreeMap<>(attributes))), null);
    }

    private static Difference difference(SchemaGroup before, SchemaGroup after) {
        return new Difference(new TreeMap<>(Map.of("table t", new Change<>(before, after))), new TreeMap<>());
    }
}
