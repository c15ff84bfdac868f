package dev.stairway.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import org.junit.jupiter.api.Test;

class DatabaseRequestTest {

    @Test
    void a_product_may_stand_alone_or_with_a_version_a_provider_or_both() {
        assertThat(DatabaseRequest.parse("pg")).isEqualTo(new DatabaseRequest("postgresql", "", ""));
        assertThat(DatabaseRequest.parse("postgresql:17")).isEqualTo(new DatabaseRequest("postgresql", "17", ""));
        assertThat(DatabaseRequest.parse("postgresql:container"))
                .isEqualTo(new DatabaseRequest("postgresql", "", "container"));
        assertThat(DatabaseRequest.parse("Postgres:17:Container"))
                .isEqualTo(new DatabaseRequest("postgresql", "17", "container"));
    }

    @Test
    void it_may_be_written_as_the_reports_write_it() {
        assertThat(DatabaseRequest.parse(" postgresql 17 (embedded) "))
                .isEqualTo(new DatabaseRequest("postgresql", "17", "embedded"));
    }

    @Test
    void its_text_is_read_as_the_same() {
        for (String text : new String[] {"redis", "redis:7.0", "redis:container", "postgresql:18:embedded"}) {
            assertThat(DatabaseRequest.parse(text)).hasToString(text);
        }
    }

    @Test
    void another_version_comes_from_the_same_provider() {
        assertThat(DatabaseRequest.parse("postgresql:container").of("16")).hasToString("postgresql:16:container");
    }

    @Test
    void a_misspelt_provider_is_no_version() {
        assertThatThrownBy(() -> DatabaseRequest.parse("postgresql:17:contaner"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'contaner' is no provider")
                .hasMessageContaining("embedded, container and external");
    }

    @Test
    void the_default_provider_is_for_servers_that_name_none() {
        assertThat(DatabaseRequest.parse("postgresql:17").byDefault("container"))
                .hasToString("postgresql:17:container");
        assertThat(DatabaseRequest.parse("postgresql:17:embedded").byDefault("container"))
                .hasToString("postgresql:17:embedded");
        assertThat(DatabaseRequest.parse("sqlite").byDefault("container")).hasToString("sqlite");
        assertThat(DatabaseRequest.parse("redis").byDefault("")).hasToString("redis");
    }

    @Test
    void a_default_provider_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> DatabaseRequest.parse("redis").byDefault("docker"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no provider 'docker'")
                .hasMessageContaining("Use embedded, container or external");
    }
}
