package dev.stairway.database.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import org.junit.jupiter.api.Test;

class DatabaseProvidersTest {

    private static final DatabaseProvider ONE = (product, version) -> null;
    private static final DatabaseProvider OTHER = (product, version) -> null;

    @Test
    void the_standard_one_is_for_those_who_name_none() {
        DatabaseProviders providers = DatabaseProviders.of(ONE).with("container", OTHER);
        assertThat(providers.named("")).isSameAs(ONE);
        assertThat(providers.named("container")).isSameAs(OTHER);
    }

    @Test
    void one_that_there_is_not_is_refused_with_those_that_there_are() {
        DatabaseProviders providers =
                DatabaseProviders.of(ONE).with("embedded", ONE).with("container", OTHER);
        assertThatThrownBy(() -> providers.named("external"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no provider 'external'")
                .hasMessageContaining("available: container, embedded");
    }
}
