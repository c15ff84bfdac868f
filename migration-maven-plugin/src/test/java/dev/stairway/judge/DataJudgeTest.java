package dev.stairway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.DataJudge.Stages;
import dev.stairway.run.Rows;
import org.junit.jupiter.api.Test;

class DataJudgeTest {

    private static final TableData BEFORE =
            Rows.of("id", "name").row(1, "a").row(2, "b").data();

    @Test
    void rowsThatComeBackAsTheyWereAreNoLoss() {
        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, BEFORE, BEFORE, BEFORE)))
                .isEmpty();
    }

    @Test
    void aMissingRowIsCounted() {
        TableData back = Rows.of("id", "name").row(1, "a").data();

        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, BEFORE, BEFORE, back)))
                .extracting(Loss::text)
                .containsExactly("1 row of t lost");
    }

    @Test
    void aColumnThatCameBackEmptyIsNamedWithItsRows() {
        TableData up = Rows.of("id").row(1).row(2).data();
        TableData back = Rows.of("id", "name").row(1, null).row(2, null).data();

        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, up, up, back)))
                .extracting(Loss::text)
                .containsExactly("2 rows of t with another value in name");
    }

    @Test
    void aRowWrittenByTheNewReleaseMustSurvive() {
        TableData written =
                Rows.of("id", "name").row(1, "a").row(2, "b").row(3, "new").data();

        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, BEFORE, written, BEFORE)))
                .extracting(Loss::text)
                .containsExactly("1 row of t written by the new release lost");
        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, BEFORE, written, written)))
                .isEmpty();
    }

    @Test
    void aRowThatNobodyWroteIsFound() {
        TableData back =
                Rows.of("id", "name").row(1, "a").row(2, "b").row(9, "x").data();

        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, BEFORE, BEFORE, back)))
                .extracting(Loss::text)
                .containsExactly("1 row in t that nobody wrote");
    }

    @Test
    void writtenValuesThatUpTransformsAreNotCompared() {
        TableData up = Rows.of("id", "name").row(1, "A").row(2, "B").data();
        TableData written =
                Rows.of("id", "name").row(1, "A").row(2, "B").row(3, "New").data();
        TableData back =
                Rows.of("id", "name").row(1, "a").row(2, "b").row(3, "new").data();

        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, up, written, back)))
                .isEmpty();
    }

    @Test
    void withoutAKeyTheSumsTellALostValue() {
        TableData before =
                Rows.of("n", "name").row(1, "a").row(2, "b").withoutKey().data();
        TableData back =
                Rows.of("n", "name").row(1, "a").row(2, null).withoutKey().data();

        assertThat(DataJudge.afterDown("t", new Stages(before, before, before, back)))
                .singleElement()
                .satisfies(loss -> assertThat(loss.column()).isEqualTo("name"));
        assertThat(DataJudge.afterDown("t", new Stages(before, before, before, before)))
                .isEmpty();
    }

    @Test
    void withoutAKeyWrittenRowsAreSubtracted() {
        TableData before = Rows.of("n").row(1).withoutKey().data();
        TableData written = Rows.of("n").row(1).row(2).withoutKey().data();

        assertThat(DataJudge.afterDown("t", new Stages(before, before, written, written)))
                .isEmpty();
        assertThat(DataJudge.afterDown("t", new Stages(before, before, written, before)))
                .extracting(Loss::text)
                .containsExactly("1 row of t written by the new release lost");
    }

    @Test
    void withoutAKeyAWrittenValueThatIsResetIsCounted() {
        TableData before = Rows.of("n", "name").row(1, "a").withoutKey().data();
        TableData written =
                Rows.of("n", "name").row(1, "a").row(2, "new").withoutKey().data();
        TableData reset =
                Rows.of("n", "name").row(1, "a").row(2, null).withoutKey().data();

        assertThat(DataJudge.afterDown("t", new Stages(before, before, written, reset)))
                .extracting(Loss::text)
                .containsExactly("1 row of t written by the new release with another value in name");
        assertThat(DataJudge.afterDown("t", new Stages(before, before, written, written)))
                .isEmpty();
    }

    @Test
    void withoutAKeyRowsThatWereThereAreNotTakenForWrittenOnes() {
        TableData before = Rows.of("n").row(1).withoutKey().data();
        TableData written = Rows.of("n").row(1).row(2).withoutKey().data();
        TableData back = Rows.of("n").row(2).withoutKey().data();

        assertThat(DataJudge.afterDown("t", new Stages(before, before, written, back)))
                .extracting(Loss::text)
                .containsExactly("1 row of t lost");
    }

    @Test
    void aTableThatCameBackMissingLosesAllItsRows() {
        assertThat(DataJudge.afterDown("t", new Stages(BEFORE, null, null, null)))
                .extracting(Loss::text)
                .containsExactly("2 rows of t lost");
    }

    @Test
    void upThatChangesKeysRemovesNoRows() {
        TableData moved = Rows.of("id", "name").row(101, "a").row(102, "b").data();

        assertThat(DataJudge.ofUp(BEFORE, moved).removed()).isZero();
    }

    @Test
    void upThatDeletesRowsIsCounted() {
        TableData fewer = Rows.of("id", "name").row(1, "a").data();

        assertThat(DataJudge.ofUp(BEFORE, fewer).removed()).isEqualTo(1);
        assertThat(DataJudge.ofUp(BEFORE, BEFORE).removed()).isZero();
    }
}
