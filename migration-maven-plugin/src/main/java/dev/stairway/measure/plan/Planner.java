package dev.stairway.measure.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** How a product plans queries, and whether it takes them. */
public interface Planner {

    /**
     * Tries every query and takes back what it did. Statistics of the tables that they read are brought up to date first, so
     * that a plan depends on the rows alone.
     *
     * @param connection in auto-commit mode, as it is left, too; nobody else uses it
     * @param known values for the parameters of some queries; for the others, values are looked for in the tables
     * @throws SQLException when it is not for the query that something fails
     */
    Map<Query, Attempt> attempts(Connection connection, List<Query> queries, Map<Query, List<String>> known)
            throws SQLException;

    /** All indexes of tables of the user. */
    List<IndexFact> indexes(Connection connection) throws SQLException;
}
