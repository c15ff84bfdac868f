package dev.stairway.database.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import dev.stairway.database.Work;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@RedisReleases
class RedisSessionTest {

    @Parameter
    String release;

    private RedisDatabase database;
    private RedisSession session;

    @BeforeEach
    void open() {
        database = (RedisDatabase) TestServers.redis(release).fresh("session");
        session = database.newSession();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void what_ran_is_recorded_with_its_key_and_without_its_value() {
        session.connection().call("SET", "k", "s3cret");
        session.begin();
        session.connection().call("SET", "session:user:123", "s3cret");
        session.connection().pipeline(List.of(bytes("DEL", "a"), bytes("DEL", "b"), bytes("EXPIRE", "c", "5")));
        session.connection().call("CONFIG", "SET", "maxmemory", "0");
        session.connection().call("EVAL", "return\n  redis.call('GET', KEYS[1])", "1", "key", "s3cret");
        session.add("RENAME old", 1000, 7);
        assertThat(session.work().statements())
                .extracting(Work.Statement::sql)
                .containsExactly(
                        "SET session:user:123",
                        "DEL a and 1 more",
                        "EXPIRE c",
                        "CONFIG SET",
                        "EVAL return redis.call('GET', KEYS[1]) key",
                        "RENAME old");
        assertThat(session.work().statements().get(5).rows()).isEqualTo(7);
        assertThat(session.work().databaseNanos())
                .isEqualTo(session.work().statements().stream()
                        .mapToLong(Work.Statement::nanos)
                        .sum());
    }

    @Test
    void bookkeeping_takes_time_but_is_no_work() {
        session.begin();
        try (RedisSession.Scope scope = session.bookkeeping()) {
            assertThat(scope).isNotNull();
            session.connection().call("SET", "history", "x");
        }
        assertThat(session.work().statements()).isEmpty();
        assertThat(session.work().databaseNanos()).isPositive();
        session.connection().call("SET", "k", "v");
        assertThat(session.work().statements()).hasSize(1);
    }

    @Test
    void a_step_that_only_read_can_be_discarded() {
        session.connection().call("SET", "k", "v");
        session.begin();
        session.connection().call("GET", "k");
        session.connection().call("DEL", "missing");
        assertThat(session.discardable()).isTrue();
        session.discard();
        session.settle();
    }

    @Test
    void a_step_that_wrote_cannot_whoever_wrote_it() {
        session.begin();
        session.connection().call("SET", "k", "v");
        assertThat(session.discardable()).isFalse();
        assertThatThrownBy(session::discard).isInstanceOf(IllegalStateException.class);
        session.settle();
        session.begin();
        try (RedisConnection engine = database.connect()) {
            engine.call("EXPIRE", "k", "100");
        }
        assertThat(session.discardable()).isFalse();
    }

    @Test
    void a_new_session_sees_nothing_of_an_earlier_one() {
        session.connection().call("SELECT", "5");
        session.connection().call("WATCH", "k");
        session.connection().call("CLIENT", "SETNAME", "earlier");
        session.connection().call("MULTI");
        session.connection().call("SET", "k", "never");
        session.close();
        session = database.newSession();
        assertThat(RedisText.of(session.connection().call("CLIENT", "GETNAME"))).isEqualTo("null");
        assertThat(session.connection().call("DBSIZE")).isEqualTo(0L);
        session.connection().call("SET", "k", "v");
        try (RedisConnection plain = database.connect()) {
            assertThat(RedisText.of(plain.call("GET", "k"))).isEqualTo("v");
        }
    }
}
