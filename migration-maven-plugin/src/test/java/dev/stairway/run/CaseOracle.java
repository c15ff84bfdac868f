package dev.stairway.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A look at a database that shares nothing with the fingerprint. */
interface CaseOracle {

    String name();

    /** Called on a new database, before anything is made in it. */
    default void begin(Connection connection) throws SQLException {}

    /** @param cases that are in the database */
    State look(Connection connection, List<SqlCase> cases) throws SQLException;

    /** What was seen. */
    interface State {

        /** What differs of the case, or of the whole database where the case has it for itself. */
        Set<String> differences(State later, SqlCase planted);
    }
}
