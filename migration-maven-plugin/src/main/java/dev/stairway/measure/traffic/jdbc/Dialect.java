package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.measure.traffic.Clients;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

    /** One statement, its answer read to the end. */
    void run(Statement statement, String sql, Kind kind) throws SQLException;

    /** Ends a transaction that failed, if there is one. */
    void recover(Connection connection) throws SQLException;

    /** True when a lock is taken and the product leaves it to the client to ask again. */
    default boolean busy(SQLException failure) {
        return false;
    }

    /** See {@link Clients#follow}. */
    default void follow(JdbcSession session) {
        // Most disturb nobody.
    }

    /** Looks after clients that are kept waiting, see {@link Clients#watch}. */
    default Clients.Ending watch(JdbcDatabase database, List<JdbcProbe> probes) throws SQLException {
        return () -> {};
    }

    /** Breaks a connection, whatever is under way there. From another thread. */
    void abandon(Connection connection) throws SQLException;

    /** True when the failure has ended the connection. */
    boolean lost(SQLException failure);

    /** True when the server ended the call to resolve a deadlock. */
    boolean deadlock(SQLException failure);

    /** True when the call was kept waiting until its time was over. */
    boolean gaveUp(SQLException failure);

    /** Of a failure, without values. */
    String text(SQLException failure);
}
