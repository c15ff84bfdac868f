package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Rule;
import dev.stairway.finding.Severity;
import dev.stairway.judge.ExpectedLoss;
import dev.stairway.judge.ExpectedLoss.Data;
import dev.stairway.judge.Unsurviving;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses that are declared, and what the new release wrote before a rollback, on both databases. */
class StairwayLossTest {

    private static final String FAMILY = """
            --changeset ann:2
            create table parents (id int primary key, name varchar(20));
            create table children (id int primary key, parent_id int not null references parents (id) on delete cascade);
            --rollback drop table children;
            --rollback drop table parents;
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rows_that_a_cascade_takes_along_are_declared_table_by_table(String product) {
        String migrations = FAMILY + """
                --changeset ann:3
                update parents set name = name;
                --rollback delete from parents;
                """;
        ExpectedLoss parents = new ExpectedLoss("3", "parents", "", 20);
        ExpectedLoss children = new ExpectedLoss("3", "children", "", 20);

        CellReport both = Walks.on(product, directory)
                .expecting(parents)
                .expecting(children)
                .walk(migrations);
        assertThat(Walks.evidence(both, Rule.ROLLBACK_LOSES_DATA)).isEmpty();
        assertThat(Walks.evidence(both, Rule.DECLARED_LOSS_DIFFERS)).isEmpty();

        CellReport one = Walks.on(product, directory).expecting(parents).walk(migrations);
        assertThat(Walks.evidence(one, Rule.ROLLBACK_LOSES_DATA))
                .singleElement()
                .asString()
                .endsWith("children lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rows_that_a_migration_removes_can_be_declared_and_are_held_to_exactly(String product) {
        String migrations = FAMILY + """
                --changeset ann:3
                delete from parents where 1 = 1;
                --rollback empty
                """;
        ExpectedLoss parents = new ExpectedLoss("3", "parents", "", 20).of(Data.REMOVED);

        CellReport all = Walks.on(product, directory)
                .expecting(parents)
                .expecting(new ExpectedLoss("3", "children", "", -1).of(Data.REMOVED))
                .walk(migrations);
        assertThat(Walks.evidence(all, Rule.MIGRATION_REMOVES_ROWS)).isEmpty();
        assertThat(Walks.evidence(all, Rule.MIGRATION_LOSES_OTHER_ROWS)).isEmpty();
        assertThat(Walks.evidence(all, Rule.DECLARED_LOSS_DIFFERS)).isEmpty();

        CellReport wrong = Walks.on(product, directory)
                .expecting(new ExpectedLoss("3", "parents", "", 19).of(Data.REMOVED))
                .expecting(new ExpectedLoss("3", "users", "", 20).of(Data.REMOVED))
                .walk(migrations);
        assertThat(Walks.evidence(wrong, Rule.MIGRATION_REMOVES_ROWS)).isNotEmpty();
        assertThat(Walks.evidence(wrong, Rule.MIGRATION_LOSES_OTHER_ROWS)).isNotEmpty();
        assertThat(Walks.evidence(wrong, Rule.DECLARED_LOSS_DIFFERS))
                .hasSize(2)
                .anySatisfy(
                        line -> assertThat(line).startsWith("declared 19 rows for parents (removed), found: 20 rows"))
                .anySatisfy(line -> assertThat(line).isEqualTo("declared a loss in users (removed), found none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void values_of_new_rows_that_the_rollback_resets_are_counted_by_column(String product) {
        String migrations = """
                --changeset ann:2
                alter table users add column age int;
                --rollback update users set %s where age is not null;
                --rollback alter table users drop column age;
                """;

        CellReport report = Walks.on(product, directory).walk(migrations.formatted("name = '?'"));
        assertThat(Walks.evidence(report, Rule.ROLLBACK_LOSES_NEW_ROWS))
                .singleElement()
                .asString()
                .matches("\\d+ rows? of (public\\.)?users written by the new release with another value in name");

        CellReport nearMiss = Walks.on(product, directory).walk(migrations.formatted("name = name"));
        assertThat(nearMiss.findings())
                .filteredOn(f -> f.rule().severity() == Severity.ERROR)
                .isEmpty();
        assertThat(Walks.step(nearMiss, "2").unsurviving()).singleElement().satisfies(age -> {
            assertThat(age.table()).endsWith("users");
            assertThat(age.column()).isEqualTo("age");
            assertThat(age.values()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void new_rows_that_the_rollback_deletes_can_be_declared(String product) {
        String migrations = """
                --changeset ann:2
                create table notes (id int primary key, text varchar(20));
                --rollback drop table notes;
                --changeset ann:3
                alter table notes add column age int;
                --rollback delete from notes where age is not null;
                --rollback alter table notes drop column age;
                """;

        CellReport report = Walks.on(product, directory).walk(migrations);
        assertThat(Walks.evidence(report, Rule.ROLLBACK_LOSES_NEW_ROWS)).hasSize(1);

        CellReport declared = Walks.on(product, directory)
                .expecting(new ExpectedLoss("3", "notes", "", -1).of(Data.WRITTEN))
                .walk(migrations);
        assertThat(Walks.evidence(declared, Rule.ROLLBACK_LOSES_NEW_ROWS)).isEmpty();
        assertThat(Walks.evidence(declared, Rule.DECLARED_LOSS_DIFFERS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void what_goes_on_under_another_name_survives(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                create table notes (id int primary key, text varchar(20));
                --rollback drop table notes;
                --changeset ann:3
                alter table notes rename column text to body;
                --rollback alter table notes rename column body to text;
                --changeset ann:4
                alter table notes rename to remarks;
                --rollback alter table remarks rename to notes;
                """);

        assertThat(Walks.step(report, "3").unsurviving()).isEmpty();
        assertThat(Walks.step(report, "4").unsurviving()).isEmpty();
        assertThat(Walks.step(report, "2").unsurviving())
                .singleElement()
                .extracting(Unsurviving::column)
                .isEqualTo("");
    }
}
