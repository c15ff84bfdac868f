package dev.stairway.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

    @Test
    void theFirstAndTheLastAreShards() {
        assertThat(Shard.parse("1/8")).isEqualTo(new Shard(1, 8));
        assertThat(Shard.parse(" 8 / 8 ")).isEqualTo(new Shard(8, 8));
        assertThat(Shard.parse("1/1")).hasToString("1/1");
    }

    @ParameterizedTest
    @CsvSource({
        "0/8, the first shard is 1",
        "9/8, the last shard is 8",
        "0/0, no run is divided into 0 shards",
        "x, that is no shard",
        "2, that is no shard",
        "2/8/3, that is no shard",
        "-1/8, that is no shard",
        "1.5/8, that is no shard",
        "99999999999/8, that is no shard"
    })
    void whatIsNoShardIsRefusedWithTheReason(String text, String why) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<shard> is '" + text + "'")
                .hasMessageContaining(why)
                .hasMessageContaining("for example 2/8");
    }
}
