package dev.stairway.compare.behaviour;

import dev.stairway.catalog.LogicalReaders;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Fresh databases of several servers side by side, for tests. */
final class Beside implements AutoCloseable {

    static final long SEED = 7;

    private final List<JdbcDatabase> databases = new ArrayList<>();

    static Beside of(DatabaseServer... servers) {
        Beside beside = new Beside();
        for (DatabaseServer server : servers) {
            beside.databases.add((JdbcDatabase) server.fresh("beside"));
        }
        return beside;
    }

    /** Adds a database of a server under the name of another product, as a driver may give it. */
    Beside and(String product, DatabaseServer server) {
        JdbcDatabase database = (JdbcDatabase) server.fresh("beside");
        DatabaseId id = new DatabaseId(product, "1", "named");
        databases.add((JdbcDatabase) Proxy.newProxyInstance(
                Beside.class.getClassLoader(), new Class<?>[] {JdbcDatabase.class}, (proxy, method, given) -> {
                    if (method.getName().equals("id")) {
                        return id;
                    }
                    try {
                        return method.invoke(database, given);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
        return this;
    }

    /** The same statements everywhere. */
    Beside run(String... statements) throws SQLException {
        for (JdbcDatabase database : databases) {
            run(database, statements);
        }
        return this;
    }

    /** Statements for one product. */
    Beside on(String product, String... statements) throws SQLException {
        for (JdbcDatabase database : databases) {
            if (database.id().product().equals(product)) {
                run(database, statements);
            }
        }
        return this;
    }

    static void run(JdbcDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    JdbcDatabase database(String product) {
        return databases.stream()
                .filter(database -> database.id().product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    List<JdbcDatabase> databases() {
        return databases;
    }

    List<Member> members() throws SQLException {
        List<Member> members = new ArrayList<>();
        for (JdbcDatabase database : databases) {
            try (Connection connection = database.connect()) {
                members.add(new Member(
                        database,
                        LogicalReaders.of(database)
                                .read(connection, Set.of("databasechangelog", "databasechangeloglock"))));
            }
        }
        return members;
    }

    BehaviourReport probe() throws SQLException {
        return new JdbcProbe().probe(members(), SEED);
    }

    /** The same rows everywhere, then the probes. */
    BehaviourReport fillAndProbe() throws SQLException {
        try (SameRows rows = new SameRows(10, SEED)) {
            rows.fill(members());
        }
        return probe();
    }

    /** Rows of the table in every database. */
    List<Long> count(String table) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (JdbcDatabase database : databases) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                counts.add(row.getLong(1));
            }
        }
        return counts;
    }

    @Override
    public void close() {
        databases.forEach(JdbcDatabase::close);
    }
}
