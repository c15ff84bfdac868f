package dev.stairway.compare.logical;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Reads the schema of one database. */
@FunctionalInterface
public interface LogicalReader {

    /** @param bookkeeping unqualified lower-case names of the engine's own tables, which are left out */
    LogicalSchema read(Connection connection, Set<String> bookkeeping) throws SQLException;
}
