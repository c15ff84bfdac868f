package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixtures take part in a walk as rows of the user, whatever happens to the state in between. */
class FixtureWalkTest {

    /** The life of a table: created, given metadata, given an index. */
    private static final String TOOLS = """
            --changeset ann:create-tools
            create table tools (id int primary key, name varchar(60) not null unique, owner_id int);
            --rollback drop table tools;
            --changeset ann:add-metadata
            alter table tools add column description varchar(200);
            --rollback alter table tools drop column description;
            --changeset ann:add-index
            create index tools_by_name on tools (name);
            --rollback drop index tools_by_name;
            """;

    @TempDir
    private Path directory;

    private Fixture file(String name, String content) throws IOException {
        return Fixture.of(Files.writeString(directory.resolve(name), content), "test_data/" + name);
    }

    private static String records(int count, String more) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"id\": " + i + ", \"name\": \"tool " + i + "\"" + more + "}")
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_hundred_tools_live_through_their_table_s_life_without_a_loss(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", records(120, "")).withRecords(100))
                .downToBase()
                .walk(TOOLS);
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.fixtures()).singleElement().satisfies(use -> {
            assertThat(use.file()).isEqualTo("test_data/sample_tools.json");
            assertThat(use.rows()).hasSize(1).containsValue(100L);
            assertThat(use.loadedAfter()).contains("create-tools");
            assertThat(use.loads()).isEqualTo(1);
        });
        assertThat(Walks.step(report, "add-metadata").rowsBefore()).isEqualTo(140);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void what_a_rollback_loses_of_a_fixture_is_found(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", records(100, "")))
                .walk(TOOLS + """
                        --changeset ann:clean-up
                        update tools set description = 'x' where id = -1;
                        --rollback delete from tools where id > 90 and id <= 100;
                        """);
        assertThat(Walks.evidence(report, Rule.ROLLBACK_LOSES_DATA)).anyMatch(line -> line.contains("tool"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_file_waits_for_the_migration_that_adds_its_columns_and_generated_rows_keep_out_of_its_way(String product)
            throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", records(50, ", \"description\": \"d\"")))
                .walk(TOOLS);
        assertThat(report.findings()).isEmpty();
        assertThat(report.fixtures().get(0).loadedAfter()).contains("add-metadata");
        assertThat(report.fixtures().get(0).rows()).containsValue(50L);
        assertThat(Walks.step(report, "add-metadata").rowsBefore()).isEqualTo(40);
        assertThat(Walks.step(report, "add-index").rowsBefore()).isEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void the_last_migration_s_fixture_is_loaded_at_head(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", records(5, "")).after("*add-index*"))
                .downToBase()
                .walk(TOOLS);
        assertThat(report.findings()).isEmpty();
        assertThat(report.fixtures().get(0).loadedAfter()).contains("add-index");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_column_that_never_comes_is_told_with_its_line_and_the_walk_goes_on(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", "[\n{\"id\": 1, \"name\": \"a\"},\n{\"id\": 2, \"nmae\": \"b\"}]"))
                .walk(TOOLS);
        assertThat(report.notRun()).isEmpty();
        assertThat(Walks.evidence(report, Rule.FIXTURE_NOT_LOADED))
                .anyMatch(line -> line.startsWith("test_data/sample_tools.json:3 ($[1])"))
                .anyMatch(line -> line.contains("id, name, owner_id, description"));
        assertThat(report.fixtures().get(0).loads()).isZero();
        assertThat(Walks.step(report, "add-index").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_migration_that_is_not_there_is_told_with_those_that_are(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", records(3, "")).after("*create-tolls*"))
                .walk(TOOLS);
        assertThat(Walks.evidence(report, Rule.FIXTURE_NOT_LOADED)).anyMatch(line -> line.contains("create-tools"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void rows_are_there_again_after_a_state_was_rebuilt(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", records(30, "")))
                .walk(TOOLS + """
                        --changeset ann:broken-rollback
                        alter table tools add column colour varchar(9);
                        --rollback delete from tools;
                        --changeset ann:after
                        alter table tools add column size varchar(9);
                        --rollback alter table tools drop column size;
                        """);
        assertThat(Walks.step(report, "broken-rollback").verdict()).isNotEqualTo(Verdict.REVERSIBLE);
        // Two tables of twenty, thirty tools, and what the new release wrote of them.
        assertThat(Walks.step(report, "after").rowsBefore()).isGreaterThanOrEqualTo(70);
        assertThat(Walks.step(report, "after").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void rows_are_there_again_after_a_migration_that_only_passes_without_rows(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("sample_tools.json", records(30, "")))
                .walk(TOOLS + """
                        --changeset ann:fails-on-data
                        insert into tools (id, name) select 1 / (count(*) - count(*)), 'x' from tools having count(*) > 0;
                        insert into tools (id, name) select id, name from tools;
                        --rollback empty
                        --changeset ann:after
                        alter table tools add column size varchar(9);
                        --rollback alter table tools drop column size;
                        """);
        assertThat(Walks.step(report, "fails-on-data").verdict()).isEqualTo(Verdict.MIGRATION_FAILS);
        assertThat(report.fixtures().get(0).loads()).isEqualTo(2);
        assertThat(Walks.step(report, "after").rowsBefore()).isGreaterThanOrEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void rows_that_migrations_remove_come_back_where_asked_for_each(String product) throws IOException {
        String removing = TOOLS + """
                --changeset ann:remove
                delete from tools where id > 10;
                --rollback empty
                --changeset ann:after
                alter table tools add column size varchar(9);
                --rollback alter table tools drop column size;
                """;
        Fixture fixture = file("sample_tools.json", records(30, ""));
        CellReport once = Walks.on(product, directory).loading(fixture).walk(removing);
        CellReport each = Walks.on(product, directory).loading(fixture.each()).walk(removing);
        assertThat(Walks.step(once, "after").rowsBefore()).isEqualTo(60);
        assertThat(Walks.step(each, "after").rowsBefore()).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_script_brings_rows_of_several_tables(String product) throws IOException {
        CellReport report = Walks.on(product, directory)
                .loading(file("tools.sql", """
                                -- two; tables
                                insert into tools (id, name) values (1, 'semi;colon'), (2, 'b');
                                insert into users (id, name) values (901, 'ann');
                                """).after("*create-tools*"))
                .walk(TOOLS);
        assertThat(report.findings()).isEmpty();
        assertThat(report.fixtures().get(0).rows()).containsEntry("", 3L);
        assertThat(Walks.step(report, "add-metadata").rowsBefore()).isEqualTo(61);
        assertThat(List.of(report.fixtures().get(0).reason())).containsOnly("");
    }
}
