package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.sql.SqlStatement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayStatementsTest {

    @TempDir
    private Path directory;

    private List<MigrationStatements> read(FlywayProject project) {
        return new FlywayEngine().statements(project.source(), "postgresql", "17");
    }

    @Test
    void bothWaysHaveTheirPlaces() {
        List<MigrationStatements> said = read(FlywayProject.in(directory).usual());
        assertThat(said).hasSize(2);
        assertThat(said.get(1).up())
                .extracting(SqlStatement::position)
                .containsExactly("db/migration/V2__orders.sql:1");
        assertThat(said.get(1).down())
                .containsExactly(new SqlStatement("db/migration/U2__orders.sql", 1, 1, "drop table orders"));
    }

    @Test
    void placeholdersAreReplacedAndUnknownOnesStay() {
        FlywayProject project = FlywayProject.in(directory)
                .set("placeholders.Schema", "s")
                .sql("V1__a", "delete from ${schema}.${unknown};\ndelete from ${flyway:table};")
                .sql("V2__b", "delete from ${schema};")
                .file("db/migration/V2__b.sql.conf", "placeholderReplacement=false\n");
        List<MigrationStatements> said = read(project);
        assertThat(said.get(0).up())
                .extracting(SqlStatement::sql)
                .containsExactly("delete from s.${unknown}", "delete from flyway_schema_history");
        assertThat(said.get(1).up()).extracting(SqlStatement::sql).containsExactly("delete from ${schema}");
    }

    @Test
    void whatAsksForItOrHasToRunsOutsideATransaction() {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V1__a", "create index i on t (a);")
                .sql("V2__b", "create index concurrently j on t (a);")
                .sql("V3__c", "create index k on t (a);")
                .file("db/migration/V3__c.sql.conf", "executeInTransaction=false\n")
                .sql("R__view", "create or replace view v as select 1;");
        List<MigrationStatements> said = read(project);
        assertThat(said).extracting(one -> one.migration().transactional()).containsExactly(true, false, false, true);
        assertThat(said.get(2).attributes()).containsEntry("executeInTransaction", "false");
        assertThat(said.get(3).migration().repeats()).isTrue();
    }
}
