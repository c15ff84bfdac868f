package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebuildTest {

    private static final String COPY = "CREATE TABLE t2 (id int); INSERT INTO t2 SELECT id FROM t;";

    @Test
    void aCopyThatTakesTheNameIsOne() {
        assertThat(around(COPY + "DROP TABLE t; ALTER TABLE t2 RENAME TO t;")).isPresent();
    }

    @Test
    void aTableThatWasRenamedAsideIsOne() {
        Optional<Rebuild> rebuild = around(
                "ALTER TABLE t RENAME TO old; CREATE TABLE t (id int); INSERT INTO t SELECT id FROM old; DROP TABLE old;");
        assertThat(rebuild).isPresent();
        assertThat(rebuild.get().table().name()).isEqualTo("t");
    }

    @Test
    void aTableThatIsFilledAgainIsOne() {
        assertThat(around("CREATE TEMP TABLE b AS SELECT id FROM t; DROP TABLE t; CREATE TABLE t (id int);"
                        + " INSERT INTO t SELECT id FROM b;"))
                .isPresent();
    }

    @Test
    void aCopyThatKeepsItsNameIsNone() {
        assertThat(around(COPY + "DROP TABLE t;")).isEmpty();
    }

    @Test
    void rowsThatAreLeftOutAreTold() {
        String some = "CREATE TABLE t2 (id int); INSERT INTO t2 SELECT id FROM t WHERE id > 1;";
        assertThat(around(some + "DROP TABLE t; ALTER TABLE t2 RENAME TO t;")
                        .orElseThrow()
                        .leavesRows())
                .isTrue();
        assertThat(around(COPY + "DROP TABLE t; ALTER TABLE t2 RENAME TO t;")
                        .orElseThrow()
                        .leavesRows())
                .isFalse();
    }

    private static Optional<Rebuild> around(String sql) {
        StatementView drop = Statements.of(sql).stream()
                .filter(statement -> statement.as(Drop.class).isPresent())
                .findFirst()
                .orElseThrow();
        return Rebuild.around(drop, drop.as(Drop.class).orElseThrow().names().get(0));
    }
}
