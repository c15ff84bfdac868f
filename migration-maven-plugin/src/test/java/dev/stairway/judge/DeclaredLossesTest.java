package dev.stairway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Migration;
import dev.stairway.judge.ExpectedLoss.Data;
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

    @Test
    void aPlainNameThatIsTwoTablesAcceptsNeither() {
        Loss other = new Loss("audit.users", "note", 20, true, Loss.Kind.BEFORE, false);

        var result = hold(new ExpectedLoss("7", "users", "note", 20), List.of(LOSS, other));

        assertThat(result.losses()).extracting(Loss::declared).containsExactly(false, false);
        assertThat(result.differences())
                .containsExactly("declared a loss in users.note, which is several tables: audit.users, public.users");
        assertThat(hold(new ExpectedLoss("7", "audit.users", "note", 20), List.of(LOSS, other))
                        .losses())
                .extracting(Loss::declared)
                .containsExactly(false, true);
    }

    @Test
    void rowsAreNotValuesNorOtherColumns() {
        assertThat(hold(new ExpectedLoss("7", "users", "", -1), List.of(LOSS)).differences())
                .containsExactly("declared a loss in users, found none");
        assertThat(hold(new ExpectedLoss("7", "users", "name", -1), List.of(LOSS))
                        .differences())
                .containsExactly("declared a loss in users.name, found none");
    }

    @Test
    void whatTheNewReleaseWroteIsDeclaredByItself() {
        Loss written = new Loss("public.users", "", 3, true, Loss.Kind.WRITTEN, false);
        ExpectedLoss before = new ExpectedLoss("7", "users", "", 3);

        assertThat(hold(before, List.of(written)).differences())
                .containsExactly("declared a loss in users, found none");
        assertThat(hold(before.of(Data.WRITTEN), List.of(written)).losses())
                .extracting(Loss::declared)
                .containsExactly(true);
        assertThat(hold(before.of(Data.WRITTEN), List.of()).differences())
                .containsExactly("declared a loss in users (written), found none");
    }

    @Test
    void anUpperBoundIsNoExactNumber() {
        Loss about = new Loss("public.users", "note", 20, false, Loss.Kind.BEFORE, false);

        assertThat(hold(new ExpectedLoss("7", "users", "note", 20), List.of(about))
                        .differences())
                .containsExactly(
                        "declared 20 rows for users.note, found: up to 20 rows of public.users with another value in note");
        assertThat(hold(new ExpectedLoss("7", "users", "note", -1), List.of(about))
                        .differences())
                .isEmpty();
    }

    @Test
    void withoutRowsInTheTablesLessIsLostAndMoreIsADifference() {
        List<ExpectedLoss> declared = List.of(new ExpectedLoss("7", "users", "note", 21));

        assertThat(DeclaredLosses.hold(MIGRATION, declared, List.of(LOSS), false)
                        .differences())
                .isEmpty();
        assertThat(DeclaredLosses.hold(MIGRATION, declared, List.of(LOSS.of(22)), false)
                        .differences())
                .hasSize(1);
        assertThat(DeclaredLosses.hold(MIGRATION, declared, List.of(), false).differences())
                .isEmpty();
    }

    private static DeclaredLosses.Result hold(ExpectedLoss declared, List<Loss> losses) {
        return DeclaredLosses.hold(MIGRATION, List.of(declared), losses, true);
    }
}
