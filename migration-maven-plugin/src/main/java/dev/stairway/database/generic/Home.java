package dev.stairway.database.generic;

import dev.stairway.database.Checkpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where one database lives: how it is reached, how its state is kept, how it goes away. The products differ in all. */
public interface Home {

    /** A new connection in auto-commit mode, in the state of a new one. */
    Connection connect() throws SQLException;

    /** Without any secret. */
    String url();

    /** The schema that alone belongs to the database; empty when there is no other. */
    default Optional<String> onlySchema() {
        return Optional.empty();
    }

    /** Keeps the present state; no connection is open. */
    Checkpoint keep() throws SQLException;

    /** Puts back what {@link #keep} has kept; no connection is open. */
    void restore(Checkpoint kept) throws SQLException;

    /** Removes the database. */
    void drop() throws SQLException;
}
