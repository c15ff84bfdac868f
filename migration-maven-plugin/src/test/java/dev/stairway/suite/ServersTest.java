package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.matrix.DatabaseRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServersTest {

    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_server_that_does_not_stop_keeps_no_other_running() {
        Servers servers = Servers.start(requests("one", "broken", "two"), providers());
        assertThatThrownBy(servers::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("broken");
        assertThat(closed).containsExactly("one", "two");
    }

    @Test
    void a_server_that_does_not_start_is_told_and_the_others_are_stopped() {
        assertThatThrownBy(() -> {
                    try (Servers servers = Servers.start(requests("one", "absent", "two"), providers())) {
                        servers.await();
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no absent");
        assertThat(closed).containsExactly("one", "two");
    }

    private static List<DatabaseRequest> requests(String... names) {
        return List.of(names).stream().map(DatabaseRequest::parse).toList();
    }

    private DatabaseProviders providers() {
        return DatabaseProviders.of((product, version) -> {
            if (product.equals("absent")) {
                throw new IllegalStateException("no absent");
            }
            return new NamedServer(product);
        });
    }

    private final class NamedServer implements DatabaseServer {

        private final String name;

        NamedServer(String name) {
            this.name = name;
        }

        @Override
        public DatabaseId id() {
            return new DatabaseId(name, "1", "embedded");
        }

        @Override
        public String serverVersion() {
            return "1";
        }

        @Override
        public String driverVersion() {
            return "1";
        }

        @Override
        public Database fresh(String nameHint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            if (name.equals("broken")) {
                throw new UncheckedIOException(new IOException("broken"));
            }
            closed.add(name);
        }
    }
}
