package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("liquibase")
class LiquibaseVersionTest {

    /** The build runs these tests with two releases; each run must really have its own. */
    @Test
    void the_release_in_use_is_the_one_that_this_run_was_given() {
        String given = System.getProperty("stairway.test.liquibase");
        assumeThat(given).as("set by the build only").isNotNull();
        assertThat(new LiquibaseEngine().version()).isEqualTo(given);
    }
}
