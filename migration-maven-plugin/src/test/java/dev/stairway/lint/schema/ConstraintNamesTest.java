package dev.stairway.lint.schema;

import static dev.stairway.lint.schema.Trees.constraint;
import static dev.stairway.lint.schema.Trees.foreignKey;
import static dev.stairway.lint.schema.Trees.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.Constraint.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstraintNamesTest {

    @Test
    void columnsStandBetweenTableAndKind() {
        assertThat(ConstraintNames.of(name("s.t"), constraint(Kind.UNIQUE, "", "a", "b"), taken -> false)
                        .name())
                .isEqualTo("t_a_b_key");
        assertThat(ConstraintNames.of(name("t"), foreignKey("", "a", "u"), taken -> false)
                        .name())
                .isEqualTo("t_a_fkey");
        assertThat(ConstraintNames.of(name("t"), constraint(Kind.PRIMARY_KEY, "", "a"), taken -> false)
                        .name())
                .isEqualTo("t_pkey");
    }

    @Test
    void aCheckOfSeveralColumnsNamesNone() {
        assertThat(ConstraintNames.of(name("t"), constraint(Kind.CHECK, "", "a", "b"), taken -> false)
                        .name())
                .isEqualTo("t_check");
        assertThat(ConstraintNames.of(name("t"), constraint(Kind.CHECK, "", "a"), taken -> false)
                        .name())
                .isEqualTo("t_a_check");
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        assertThat(ConstraintNames.of(
                                name("t"), constraint(Kind.CHECK, "", "a"), Set.of("t_a_check", "t_a_check1")::contains)
                        .name())
                .isEqualTo("t_a_check2");
    }

    @Test
    void theLongerPartIsCutToSixtyThreeBytes() {
        String name = ConstraintNames.of(
                        name("t".repeat(50)), constraint(Kind.UNIQUE, "", "c".repeat(40)), taken -> false)
                .name();
        assertThat(name).hasSize(63).isEqualTo("t".repeat(29) + "_" + "c".repeat(29) + "_key");
    }
}
