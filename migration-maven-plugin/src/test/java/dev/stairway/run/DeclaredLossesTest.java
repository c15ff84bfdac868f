package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Migration;
import dev.stairway.run.StepReport.Loss;
import dev.stairway.run.WalkOptions.ExpectedLoss;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredLossesTest {

    private static final Migration MIGRATION = new Migration(
            "c.xml::7::ann",
            "7",
            "ann",
            "c.xml",
            1,
            "",
            "",
            Migration.Rollback.WRITTEN,
            false,
            true,
            "",
            Optional.empty());
    private static final Loss LOSS = new Loss("public.users", "note", 20, true, Loss.Kind.BEFORE, false);

    @Test
    void exactlyTheDeclaredLossIsAccepted() {
        var result = hold(new ExpectedLoss("*::7::*", "users", "note", 20), List.of(LOSS));

        assertThat(result.differences()).isEmpty();
        assertThat(result.losses())
                .singleElement()
                .satisfies(l -> assertThat(l.declared()).isTrue());
    }

    @Test
    void anotherNumberOfRowsIsADifferenceWithBothNumbers() {
        var result = hold(new ExpectedLoss("*::7::*", "users", "note", 19), List.of(LOSS));

        assertThat(result.differences())
                .containsExactly(
                        "declared 19 rows for users.note, found: 20 rows of public.users with another value in note");
        assertThat(result.losses())
                .singleElement()
                .satisfies(l -> assertThat(l.declared()).isFalse());
    }

    @Test
    void aDeclaredLossThatDoesNotHappenIsADifference() {
        assertThat(hold(new ExpectedLoss("7", "users", "note", -1), List.of()).differences())
                .containsExactly("declared a loss in users.note, found none");
    }

    @Test
    void aLossElsewhereStaysUndeclared() {
        Loss elsewhere = new Loss("public.orders", "note", 20, true, Loss.Kind.BEFORE, false);

        assertThat(hold(new ExpectedLoss("7", "users", "note", -1), List.of(LOSS, elsewhere))
                        .losses())
                .extracting(Loss::declared)
                .containsExactly(true, false);
    }

    @Test
    void declarationsOfOtherMigrationsDoNotCount() {
        var result = hold(new ExpectedLoss("8", "users", "note", -1), List.of(LOSS));

        assertThat(result.differences()).isEmpty();
        assertThat(result.losses()).extracting(Loss::declared).containsExactly(false);
    }

    private static DeclaredLosses.Result hold(ExpectedLoss declared, List<Loss> losses) {
        return DeclaredLosses.hold(MIGRATION, List.of(declared), losses, true);
    }
}
