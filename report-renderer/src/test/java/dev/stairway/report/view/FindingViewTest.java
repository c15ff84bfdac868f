package dev.stairway.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.document.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingViewTest {

    @Test
    void statementsAmongTheWordsAreThereToBeCopied() {
        FindingView view = view(
                "Rather write: ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID; in a later migration"
                        + " ALTER TABLE t VALIDATE CONSTRAINT c; which lets readers and writers work");

        assertThat(view.remedy()).startsWith("Rather write: ").endsWith("writers work");
        assertThat(view.sql())
                .isEqualTo(
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;");
    }

    @Test
    void statementsOnLinesOfTheirOwnAreTakenFromTheWords() {
        FindingView view = view("Build it beside the traffic:\nCREATE INDEX CONCURRENTLY i ON t (c);");

        assertThat(view.remedy()).isEqualTo("Build it beside the traffic:");
        assertThat(view.sql()).isEqualTo("CREATE INDEX CONCURRENTLY i ON t (c);");
    }

    @Test
    void wordsThatOnlyNameAStatementAreNone() {
        assertThat(view("Set the expiry again in the rollback: SET ... PX, or KEEPTTL.")
                        .sql())
                .isEmpty();
        assertThat(view("Drop the column in the rollback; or declare the loss").sql())
                .isEmpty();
    }

    private static FindingView view(String remedy) {
        Finding finding = new Finding("r", "ERROR", "c", "", "", "", "", 0, "t", List.of(), remedy, null);
        return FindingView.of(finding, new Matrix(Documents.of(List.of(), List.of(), finding)));
    }
}
