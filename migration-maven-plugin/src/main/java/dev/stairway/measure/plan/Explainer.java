package dev.stairway.measure.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** How a product would plan queries, asked where people work: nothing is executed or written, and no statistics are taken. */
public interface Explainer {

    /**
     * Asks for the plan of every query, for any value of its parameters.
     *
     * @param connection in auto-commit mode; writes nothing any more from now on, and is of no use for anything else
     * @return one for each; no values
     * @throws SQLException when it is not for the query that something fails
     */
    Map<Query, Attempt> plans(Connection connection, List<Query> queries) throws SQLException;
}
