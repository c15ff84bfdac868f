package dev.stairway.script.sql.parse;

import static dev.stairway.script.sql.parse.PostgresStatements.name;
import static dev.stairway.script.sql.parse.PostgresStatements.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.SqlTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VACUUM, ANALYZE and CLUSTER in the words of the newest release. */
class PostgresMaintenanceTest {

    /** https://www.postgresql.org/docs/18/sql-analyze.html */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANALYZE ONLY visits",
                "ANALYZE VERBOSE ONLY visits (day)",
                "ANALYZE (SKIP_LOCKED) ONLY visits",
                "analyze only (visits)"
            })
    void aTableWithoutItsPartitionsIsAnalyzed(String sql) {
        assertThat(tree(sql, SqlTree.Analyze.class).tables())
                .singleElement()
                .satisfies(table -> assertThat(table.name()).isEqualTo("visits"));
    }

    /** https://www.postgresql.org/docs/18/sql-vacuum.html */
    @Test
    void aTableWithoutItsPartitionsIsVacuumed() {
        SqlTree.Vacuum full = tree("VACUUM (FULL, ANALYZE) ONLY visits, places", SqlTree.Vacuum.class);

        assertThat(full.full()).isTrue();
        assertThat(full.tables()).containsExactly(name("visits"), name("places"));
        assertThat(tree("VACUUM ONLY visits", SqlTree.Vacuum.class).full()).isFalse();
    }

    /** https://www.postgresql.org/docs/17/sql-cluster.html */
    @Test
    void aTableIsClusteredWithOptionsInParentheses() {
        assertThat(tree("CLUSTER (VERBOSE) visits", SqlTree.Cluster.class).table())
                .isEqualTo(name("visits"));
        assertThat(tree("CLUSTER (VERBOSE false) visits USING visits_day_idx", SqlTree.Cluster.class)
                        .table())
                .isEqualTo(name("visits"));
        assertThat(tree("CLUSTER (VERBOSE)")).isInstanceOf(SqlTree.Other.class);
        assertThat(tree("CLUSTER visits_day_idx ON visits", SqlTree.Cluster.class)
                        .table())
                .isEqualTo(name("visits"));
    }
}
