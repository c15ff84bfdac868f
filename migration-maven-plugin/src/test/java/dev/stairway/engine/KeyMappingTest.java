package dev.stairway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMappingTest {

    private final KeyMapping sessions = KeyMapping.parse("session:user:{id} -> session:v2:user:{id}");

    @Test
    void aKeyGoesThereAndBack() {
        assertThat(sessions.forward("session:user:123")).contains("session:v2:user:123");
        assertThat(sessions.backward("session:v2:user:123")).contains("session:user:123");
        assertThat(sessions.invertible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"session:user:", "session:user:1:2", "xsession:user:1", "session:v2:user:1", "cache:tool:456"})
    void otherKeysAreNoneOfItsBusiness(String key) {
        assertThat(sessions.forward(key)).isEmpty();
    }

    @Test
    void aPartWithAStarTakesColonsIn() {
        assertThat(KeyMapping.parse("a:{rest*} -> b:{rest}").forward("a:1:2")).contains("b:1:2");
    }

    @Test
    void bracesOfAHashTagAreDoubled() {
        KeyMapping tagged = KeyMapping.parse("session:{{{id}}} -> session:v2:{{{id}}}");

        assertThat(tagged.forward("session:{42}")).contains("session:v2:{42}");
        assertThat(tagged.from().glob()).isEqualTo("session:{*}");
    }

    @Test
    void aPartThatComesTwiceIsTheSameBothTimes() {
        KeyPattern twice = new KeyPattern("{a}:{b}:{a}");

        assertThat(twice.match("1:2:1")).isPresent();
        assertThat(twice.match("1:2:3")).isEmpty();
    }

    @Test
    void charactersOfAGlobAreEscaped() {
        assertThat(new KeyPattern("a[1]*?\\:{id}").glob()).isEqualTo("a\\[1\\]\\*\\?\\\\:*");
    }

    @Test
    void manyToOneHasNoWayBack() {
        KeyMapping merged = KeyMapping.parse("hits:{day}:{page} -> hits:{page} value changed");

        assertThat(merged.invertible()).isFalse();
        assertThat(merged.backward("hits:home")).isEmpty();
        assertThat(merged.valueUnchanged()).isFalse();
        assertThat(merged.ttlUnchanged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a:{id} b:{id}, a mapping is",
        "a:{id} -> b:{id} value same, a mapping is",
        "a:{id} -> b:{user}, does not have",
        "a:{id -> b:{id}, stands alone",
        "a:id} -> b:{id}, stands alone"
    })
    void whatCannotBeReadSaysWhy(String text, String reason) {
        assertThatThrownBy(() -> KeyMapping.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
