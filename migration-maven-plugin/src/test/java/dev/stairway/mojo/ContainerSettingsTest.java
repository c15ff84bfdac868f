package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerSettingsTest {

    @Test
    void images_are_given_by_product_or_by_product_and_version() {
        assertThat(ContainerSettings.images(List.of("pg:17 = host:5000/pg:17@sha256:ab", "redis=redis:7.2.6")))
                .containsEntry("postgresql:17", "host:5000/pg:17@sha256:ab")
                .containsEntry("redis", "redis:7.2.6")
                .hasSize(2);
        assertThat(ContainerSettings.images(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres:17", "=postgres:17", "postgresql="})
    void half_of_it_is_refused(String word) {
        assertThatThrownBy(() -> ContainerSettings.images(List.of(word)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'" + word + "' says no container image")
                .hasMessageContaining("as in postgresql:17=postgres:17.11");
    }

    @Test
    void large_databases_stay_out_of_memory() {
        assertThat(ContainerSettings.options(null, false, 100).memory()).isTrue();
        assertThat(ContainerSettings.options(null, false, 1_000_000).memory()).isFalse();
    }
}
