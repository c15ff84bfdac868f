package dev.stairway.measure.traffic.jdbc;

import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** What a product has of its own. */
interface Dialect {

    /** Readies the connection of a client: a call must not wait for ever. */
    void prepare(Connection connection) throws SQLException;

    /** Reads from the catalog what a client needs; empty when there is no such table. */
    Optional<Table> table(Connection connection, String name) throws SQLException;

    /** What several tables have one writer for; empty when each has its own. */
    default Optional<Table> shared() {
        return Optional.empty();
    }

    /** One call, its answer read to the end. */
    void run(Statement statement, String sql, Kind kind) throws SQLException;

    /** Runs the whole work of a client in one transaction and takes that back. */
    void run(Connection connection, TransactionalWork work) throws SQLException;

    /** Ends a transaction that failed, if there is one. */
    void recover(Statement statement) throws SQLException;

    /** True when the failure has ended the connection. */
    boolean lost(SQLException failure);

    /** True when the server ended the call to resolve a deadlock. */
    boolean deadlock(SQLException failure);

    /** Of a failure, without values. */
    String text(SQLException failure);

    /** Statements between the begin and the end of a transaction. */
    @FunctionalInterface
    interface TransactionalWork {
        void run() throws SQLException;
    }
}
