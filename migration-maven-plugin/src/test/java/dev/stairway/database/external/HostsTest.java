package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

    private static final Hosts HOSTS = new Hosts(
            List.of("DB.test.example.com", "10.0.0.5", "2001:db8::1"), List.of("ci.abc.eu-west-1.rds.amazonaws.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "0:0:0:0:0:0:0:1",
                "db.test.example.com",
                "10.0.0.5",
                "2001:db8::1",
                "ci.abc.eu-west-1.rds.amazonaws.com"
            })
    void thisMachineAndListedHostsAreAllowed(String host) {
        assertThatCode(() -> HOSTS.require(host, "a test")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "db2.test.example.com, lock-3-host",
        "test.example.com, lock-3-host",
        "x.db.test.example.com, lock-3-host",
        "10.0.0.50, lock-3-host",
        "128.0.0.1, lock-3-host",
        "2001:db8::2, lock-3-host",
        "other.abc.eu-west-1.rds.amazonaws.com, lock-6-in-use"
    })
    void theirNeighboursAreNot(String host, String lock) {
        assertThatThrownBy(() -> HOSTS.require(host, "a test")).hasMessageContaining(lock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "*.example.com", "example.com:5432", "a..b", ".example.com", "example.com.", "a b", "1.2"})
    void anEntryThatIsNoPlainHostIsRefused(String entry) {
        assertThatThrownBy(() -> new Hosts(List.of(entry), List.of())).hasMessageContaining("no plain name");
    }
}
