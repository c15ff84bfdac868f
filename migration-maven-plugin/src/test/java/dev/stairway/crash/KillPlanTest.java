package dev.stairway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The moments at which something is killed. */
class KillPlanTest {

    @Test
    void everyStatementWhereThereAreFew() {
        KillPlan plan = KillPlan.of(step(6), 6, 0, new Random(1));

        assertThat(plan.leftOut()).isZero();
        assertThat(plan.points()).extracting(KillPoint::statement).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(plan.points()).noneMatch(KillPoint::inside);
    }

    @Test
    void theFirstAndTheLastOneOfManyAndOthersAtRandom() {
        KillPlan plan = KillPlan.of(step(40), 5, 0, new Random(1));

        assertThat(plan.leftOut()).isEqualTo(35);
        assertThat(plan.points())
                .extracting(KillPoint::statement)
                .hasSize(5)
                .isSorted()
                .startsWith(1)
                .endsWith(40);
    }

    @Test
    void questionsOfTheEngineAreLeftOutFirstAndNothingIsKilledInsideThem() {
        Rehearsal step = step(40);
        for (int number = 1; number < 40; number++) {
            if (number != 17 && number != 18) {
                step.looked(number);
            }
        }

        KillPlan plan = KillPlan.of(step, 4, 20, new Random(1));

        assertThat(plan.points())
                .filteredOn(point -> !point.inside())
                .extracting(KillPoint::statement)
                .containsExactly(1, 17, 18, 40);
        assertThat(plan.points())
                .filteredOn(KillPoint::inside)
                .hasSize(20)
                .extracting(KillPoint::statement)
                .containsOnly(17, 18);
    }

    private static Rehearsal step(int size) {
        Rehearsal step = new Rehearsal();
        for (int number = 1; number <= size; number++) {
            step.before(number, "statement " + number);
            step.answered(number, 1_000);
        }
        return step;
    }
}
