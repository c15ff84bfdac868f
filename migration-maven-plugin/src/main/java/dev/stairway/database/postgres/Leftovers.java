package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What runs that were killed left on a named server. */
final class Leftovers {

    private final Connection connection;
    private final Remover remover;
    private final List<String> told = new ArrayList<>();

    Leftovers(Connection connection, Remover remover) {
        this.connection = connection;
        this.remover = remover;
    }

    /** Drops a database that a run has made. */
    @FunctionalInterface
    interface Remover {
        void drop(String run, MadeDatabases.Made made) throws SQLException;
    }

    /**
     * Drops what is proven, names the rest.
     *
     * @param self the run that asks
     * @return sentences
     */
    List<String> sweep(String self) throws SQLException {
        for (String run : MadeDatabases.runs(connection)) {
            if (!run.equals(self) && run.matches("[0-9a-f]{64}") && lock("pg_try_advisory_lock", run)) {
                try {
                    sweepDead(run);
                } finally {
                    lock("pg_advisory_unlock", run);
                }
            }
        }
        MadeDatabases.unknown(connection)
                .forEach(name -> told.add("The database " + name
                        + " is named like those of runs, but no run of this mark has" + " made it: it is left alone"));
        return List.copyOf(told);
    }

    private void sweepDead(String run) throws SQLException {
        for (MadeDatabases.Made made : MadeDatabases.of(connection, run)) {
            if (made.there() && !made.same()) {
                told.add("The database " + made.name()
                        + " may be what a killed run left, which is not proven: look at it, and" + " drop it by hand");
            } else if (made.users() > 0) {
                told.add("The database " + made.name() + " of a killed run is still used by " + made.users()
                        + " sessions: it is left for the next run");
            } else {
                remover.drop(run, made);
                if (made.there()) {
                    told.add("The database " + made.name() + ", left by a killed run, was dropped");
                }
            }
        }
    }

    /** A run holds its lock, shared, as long as it lives; it is had for oneself only after its end. */
    private boolean lock(String function, String run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog." + function + "(?, ?)")) {
            statement.setInt(1, NamedSessions.LOCK_CLASS);
            statement.setInt(2, NamedServer.number(run));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
