package dev.stairway.script.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisFileNameTest {

    @Test
    void aNameTellsVersionDescriptionDirectionAndKind() {
        RedisFileName name =
                RedisFileName.of("V007__update_session_key_format.up.lua").orElseThrow();

        assertThat(name.version()).isEqualTo(RedisVersion.of("7"));
        assertThat(name.description()).isEqualTo("update session key format");
        assertThat(name.direction()).isEqualTo(RedisFileName.Direction.UP);
        assertThat(name.kind()).isEqualTo(RedisFileName.Kind.LUA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V007__x.lua",
                "V007__x.up.sql",
                "v007__x.up.lua",
                "V007_x.up.lua",
                "V__x.up.lua",
                "007__x.up.lua",
                "V1.__x.up.lua",
                "V007__x.UP.lua"
            })
    void aNameThatIsNearlyRightIsNoneButLooksMeant(String file) {
        assertThat(RedisFileName.of(file)).isEmpty();
        assertThat(RedisFileName.looksMeant(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", ".gitkeep", "Version.txt", "notes"})
    void otherFilesMayLieBesideMigrations(String file) {
        assertThat(RedisFileName.of(file)).isEmpty();
        assertThat(RedisFileName.looksMeant(file)).isFalse();
    }

    @Test
    void versionsAreOrderedByNumberAndNotByText() {
        List<String> ordered = Stream.of("10", "9", "1.10", "1.9", "1", "20260101120000", "1.9.1")
                .map(RedisVersion::of)
                .sorted()
                .map(RedisVersion::toString)
                .toList();

        assertThat(ordered).containsExactly("1", "1.9", "1.9.1", "1.10", "9", "10", "20260101120000");
    }

    @Test
    void zerosBeforeAndAfterDoNotMakeAnotherVersion() {
        assertThat(RedisVersion.of("007")).isEqualTo(RedisVersion.of("7.0")).isNotEqualTo(RedisVersion.of("70"));
        assertThat(RedisVersion.of("1_2")).isEqualTo(RedisVersion.of("1.2"));
        assertThat(RedisVersion.of("0").number()).isZero();
        assertThat(RedisVersion.of("1.2").number()).isEqualTo(-1);
    }
}
