package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfilledTablesTest {

    @TempDir
    Path directory;

    private List<Finding> findings(String product, String condition) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:points
                create table points (id int primary key, amount int not null, constraint amount_range check (%s));
                --rollback drop table points;
                """.formatted(condition));
        return report.findings().stream()
                .filter(finding -> finding.rule() == Rule.TABLE_NOT_FILLED)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_check_that_no_row_can_meet_is_told_with_its_table_name_and_place(String product) {
        List<Finding> findings = findings(product, "amount > 10 and amount < 5");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.title()).isEqualTo("1 table could not be filled, so its data is not checked");
            assertThat(finding.evidence())
                    .containsExactly(
                            (product.equals("sqlite") ? "" : "public.")
                                    + "points: no row was found that meets check constraint amount_range (see changelog.sql:7)");
            assertThat(finding.remedy()).contains("a fixture can bring rows");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_check_that_few_rows_can_meet_is_no_reason(String product) {
        assertThat(findings(product, "amount > 5 and amount < 7")).isEmpty();
    }
}
