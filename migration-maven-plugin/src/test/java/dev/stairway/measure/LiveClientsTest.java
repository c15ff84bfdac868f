package dev.stairway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.database.redis.RedisReleases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What a walk asks of clients without knowing the product. */
@ParameterizedClass
@RedisReleases
class LiveClientsTest {

    @Parameter
    String release;

    private RedisDatabase database;
    private RedisLink redis;
    private ClientLink link;

    @BeforeEach
    void connect() {
        database = (RedisDatabase) TestServers.redis(release).fresh("clients");
        redis = database.link();
        link = LiveClients.on(database).orElseThrow().connect();
    }

    @AfterEach
    void close() {
        link.close();
        redis.close();
        database.close();
    }

    @Test
    void aProductWithoutClientsHasNone() {
        try (Database sqlite = TestServers.sqlite().fresh("clients")) {
            assertThat(LiveClients.on(sqlite)).isEmpty();
        }
    }

    @Test
    void aKeyOfATypeThatClientsWriteIsAModelAndAnotherIsNone() {
        redis.call("SET", "text", "v");
        redis.call("SADD", "set", "a", "b");

        assertThat(link.learn("text")).isPresent();
        assertThat(link.learn("set")).isPresent();
        assertThat(link.learn("absent")).isEmpty();
    }

    @Test
    void somethingNothingAndAnErrorAreToldApart() {
        redis.call("SET", "text", "v");

        Answer found = ask("get", "text");
        assertThat(found.found()).isTrue();
        assertThat(found.failed()).isFalse();
        Answer nothing = ask("GET", "absent");
        assertThat(nothing.found()).isFalse();
        assertThat(nothing.failed()).isFalse();
        Answer error = ask("HGETALL", "text");
        assertThat(error.found()).isFalse();
        assertThat(error.failed()).isTrue();
        assertThat(error.text()).contains("WRONGTYPE");
    }

    @Test
    void anAnswerShowsNameAndKeyAndNoValue() {
        redis.call("SADD", "set", "secret");

        Answer answer = ask("sismember", "set", "secret");

        assertThat(answer.command()).isEqualTo("SISMEMBER set");
        assertThat(answer.text()).isEqualTo("the number 1");
        assertThat(answer.toString()).doesNotContain("secret");
    }

    @Test
    void aLifeTimeThatOnlyWentOnIsTheSameAndAnotherIsNot() {
        redis.call("SET", "text", "v", "EX", "5000");
        Answer before = ask("TTL", "text");
        Answer after = ask("TTL", "text");
        redis.call("EXPIRE", "text", "9000");
        Answer other = ask("TTL", "text");

        assertThat(before.same(after)).isTrue();
        assertThat(before.same(other)).isFalse();
    }

    @Test
    void membersInAnotherOrderAreTheSameAndElementsOfAListAreNot() {
        redis.call("SADD", "one", "a", "b");
        redis.call("SADD", "other", "b", "a");
        redis.call("RPUSH", "list", "a", "b");
        redis.call("RPUSH", "turned", "b", "a");

        assertThat(ask("SMEMBERS", "one").same(ask("SMEMBERS", "other"))).isTrue();
        assertThat(ask("LRANGE", "list", "0", "-1").same(ask("LRANGE", "turned", "0", "-1")))
                .isFalse();
    }

    private Answer ask(String... words) {
        List<byte[]> command = Stream.of(words)
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        return link.ask(command);
    }
}
