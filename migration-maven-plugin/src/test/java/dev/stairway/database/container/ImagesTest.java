package dev.stairway.database.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

    @Test
    void the_makers_image_has_the_version_as_its_tag() {
        assertThat(Images.of(Map.of(), "postgresql", "17")).isEqualTo("postgres:17");
        assertThat(Images.of(Map.of(), "postgresql", "17.11")).isEqualTo("postgres:17.11");
        assertThat(Images.of(Map.of(), "redis", "7.2")).isEqualTo("redis:7.2");
        assertThat(Images.of(Map.of(), "valkey", "8")).isEqualTo("valkey/valkey:8");
    }

    @Test
    void an_image_of_the_version_wins_over_one_of_the_product() {
        Map<String, String> configured = Map.of("postgresql", "mine:1", "postgresql:17", "mine:17");
        assertThat(Images.of(configured, "postgresql", "17")).isEqualTo("mine:17");
        assertThat(Images.of(configured, "postgresql", "16")).isEqualTo("mine:1");
        assertThat(Images.of(configured, "postgresql", "")).isEqualTo("mine:1");
        assertThat(Images.of(configured, "redis", "7")).isEqualTo("redis:7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgres:latest", "registry.example.com:5000/postgres", "postgres:"})
    void one_that_is_not_pinned_is_refused(String image) {
        assertThatThrownBy(() -> Images.of(Map.of("postgresql", image), "postgresql", ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The container image " + image + " is not pinned")
                .hasMessageContaining("postgres@sha256:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgres:17", "registry.example.com:5000/postgres:17-latest", "postgres@sha256:0123456789abcdef"
            })
    void one_that_is_pinned_is_taken_as_it_is(String image) {
        assertThat(Images.of(Map.of("postgresql", image), "postgresql", "")).isEqualTo(image);
    }

    @Test
    void what_runs_in_no_container_is_told_with_the_way_out() {
        assertThatThrownBy(() -> Images.of(Map.of(), "redis-cluster", "7.0"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'redis-cluster' does not run in a container")
                .hasMessageContaining("available: postgresql, redis, valkey")
                .hasMessageContaining("redis-cluster:7.0:embedded");
    }
}
