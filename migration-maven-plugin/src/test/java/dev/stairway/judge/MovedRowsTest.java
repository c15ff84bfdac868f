package dev.stairway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.run.CellReport;
import dev.stairway.run.Walks;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that the new release writes to a table which the rollback renames or merges into another one. */
class MovedRowsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rowsOfARenamedTableComeBackUnderItsOldName(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                alter table orders rename to purchases;
                --rollback alter table purchases rename to orders;
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(report.passed()).as(report.findings().toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rowsOfATableThatIsMergedBackAreNotInvented(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                create table archive (id int primary key, user_id int not null references users (id));
                insert into archive select id, user_id from orders where id < 5;
                delete from orders where id < 5;
                --rollback insert into orders select a.id, a.user_id from archive a where not exists (select 1 from orders o where o.id = a.id);
                --rollback drop table archive;
                """);

        assertThat(Walks.evidence(report, Rule.ROLLBACK_LOSES_DATA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rowsThatTheRollbackAddsByItselfAreInvented(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                alter table orders rename to purchases;
                --rollback alter table purchases rename to orders;
                --rollback insert into orders select 990000 + id, user_id from orders where id in (select min(id) from orders);
                """);

        assertThat(Walks.evidence(report, Rule.ROLLBACK_LOSES_DATA))
                .singleElement()
                .asString()
                .contains("1 row in")
                .contains("that nobody wrote");
    }
}
