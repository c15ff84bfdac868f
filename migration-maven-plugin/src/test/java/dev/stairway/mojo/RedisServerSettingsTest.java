package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisServerSettingsTest {

    private static final String URL = "redis://localhost:6379/3";

    @Test
    void thePasswordComesFromTheVariableOfThatName() {
        Map<String, String> environment = Map.of("MINE", "one", "OTHER", "two");

        assertThat(RedisServerSettings.target(URL, "localhost:6379/3", "MINE", environment)
                        .password())
                .isEqualTo("one");
        assertThat(RedisServerSettings.target(URL, null, "UNSET", environment).password())
                .isEmpty();
        assertThat(RedisServerSettings.target(URL, null, null, environment).password())
                .isEmpty();
    }

    @Test
    void withoutAUrlThereIsNoServer() {
        assertThat(RedisServerSettings.target(null, "localhost:6379/3", "MINE", Map.of()))
                .isNull();
        assertThat(RedisServerSettings.target(" ", null, "MINE", Map.of())).isNull();
    }
}
