package dev.stairway.database.postgres;

import dev.stairway.database.Handover;
import dev.stairway.database.JdbcDatabase;
import java.util.Optional;

/** A database of a server that another process of this machine has started. */
public final class AttachedPostgres {

    private AttachedPostgres() {}

    /** Closing it leaves the database as it is. */
    public static JdbcDatabase open(Handover handover) {
        String name = handover.place().substring(handover.place().indexOf('/') + 1);
        return new PostgresDatabase(
                handover.id(), name, Access.of(handover), new NotOurs(handover.toString()), Optional.empty());
    }

    /** Who started the server alone makes and drops databases. */
    private record NotOurs(String where) implements Administration {

        @Override
        public String nameOfCopy(String database, int number) {
            throw refused();
        }

        @Override
        public void copy(String from, String to) {
            throw refused();
        }

        @Override
        public void drop(String name) {
            // It belongs to the process that made it.
        }

        @Override
        public void awaitUnused(String name, int processId) {
            throw refused();
        }

        @Override
        public Optional<String> beside() {
            return Optional.empty();
        }

        @Override
        public long bytes(String name) {
            throw refused();
        }

        private IllegalStateException refused() {
            return new IllegalStateException("Another process keeps the states of " + where);
        }
    }
}
