package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.judge.ExpectedLoss;
import dev.stairway.judge.ExpectedLoss.Data;
import dev.stairway.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedLossParameterTest {

    @Test
    void aLossIsOfWhatWasThereBeforeAndOfAnyNumberUnlessSaidOtherwise() {
        assertThat(loss(Map.of())).isEqualTo(new ExpectedLoss("*::7::*", "users", "", -1).of(Data.BEFORE));
        assertThat(loss(Map.of("column", "fax", "rows", 20L)))
                .isEqualTo(new ExpectedLoss("*::7::*", "users", "fax", 20).of(Data.BEFORE));
    }

    @ParameterizedTest
    @CsvSource({"before, BEFORE", "removed, REMOVED", "written, WRITTEN"})
    void dataSaysWhichLossItIs(String written, Data data) {
        assertThat(loss(Map.of("data", written)).data()).isEqualTo(data);
    }

    @Test
    void aSlipIsToldWithWhatIsWritten() {
        refused(Map.of("data", "deleted"), "before, removed or written", "data=deleted");
        refused(Map.of("data", "removed", "column", "fax"), "whole rows", "column=fax");
        refused(Map.of("rows", 0L), "at least 1", "rows=0");
        assertThatThrownBy(() -> new ExpectedLossParameter().expectedLoss())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("needs <migration> and <table>");
    }

    private static void refused(Map<String, Object> elements, String what, String evidence) {
        assertThatThrownBy(() -> loss(elements))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("<expectedLosses> in the pom")
                .hasMessageContaining("migration=*::7::*, table=users, " + evidence);
    }

    private static ExpectedLoss loss(Map<String, Object> elements) {
        Map<String, Object> all = new HashMap<>(Map.of("migration", "*::7::*", "table", "users"));
        all.putAll(elements);
        return PomElement.fill(new ExpectedLossParameter(), all).expectedLoss();
    }
}
