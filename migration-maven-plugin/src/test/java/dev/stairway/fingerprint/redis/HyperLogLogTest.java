package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperLogLogTest {

    @ParameterizedTest
    @RedisReleases
    void both_encodings_have_the_same_registers_and_another_element_has_others(String release) {
        try (WatchedRedis redis = WatchedRedis.on(release)) {
            redis.run("PFADD sparse a b c d e f g h i j k l m n o p");
            redis.run("PFADD more a b c d e f g h i j k l m n o p q");
            redis.run("CONFIG SET hll-sparse-max-bytes 0");
            redis.run("PFADD dense a b c d e f g h i j k l m n o p");
            redis.run("PFCOUNT dense");
            byte[] sparse = bytes(redis, "sparse");
            byte[] dense = bytes(redis, "dense");

            assertThat(dense.length).isNotEqualTo(sparse.length);
            assertThat(HyperLogLog.registers(dense))
                    .get()
                    .isEqualTo(HyperLogLog.registers(sparse).orElseThrow());
            assertThat(HyperLogLog.registers(bytes(redis, "more")))
                    .get()
                    .isNotEqualTo(HyperLogLog.registers(sparse).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HYLL", "HYLL and then some other text", "HALL12345678901234567890", ""})
    void other_strings_are_left_as_they_are(String text) {
        assertThat(HyperLogLog.registers(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(Optional.empty());
    }

    private static byte[] bytes(WatchedRedis redis, String key) {
        return (byte[]) redis.client.call("GET", key);
    }
}
