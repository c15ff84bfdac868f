package dev.stairway.integrity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Asks one product. The connection is one that nobody else uses; settings that are made on it are taken back. */
public interface Inspector {

    /**
     * Promises about these tables and about those that refer to them.
     *
     * @param tables qualified names; null for every table
     */
    List<Check> checks(Connection connection, Collection<String> tables) throws SQLException;

    /** An answer to every check, in their order. */
    Map<Check, Answer> ask(Connection connection, List<Check> checks) throws SQLException;

    /** Runs a query of the user, which can change nothing and takes a minute at most. */
    QueryAnswer query(Connection connection, String sql) throws SQLException;
}
