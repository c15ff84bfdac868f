package dev.stairway.measure.plan;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.plan.QueryFile.Release;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database on which migrations are played while its queries are followed. */
final class Followed implements AutoCloseable {

    private final JdbcDatabase database;
    private final QueryPlans plans;
    private int migrations;

    private Followed(JdbcDatabase database, QueryPlans plans) {
        this.database = database;
        this.plans = plans;
    }

    /** With queries of this release, in one file. */
    static Followed of(DatabaseServer server, String queries) {
        return of(server, queries, "");
    }

    /** @param former queries of the release before; empty for none */
    static Followed of(DatabaseServer server, String queries, String former) {
        List<QueryFile> files = new ArrayList<>();
        if (!queries.isEmpty()) {
            files.add(new QueryFile("queries/shop.sql", queries, Release.PRESENT));
        }
        if (!former.isEmpty()) {
            files.add(new QueryFile("before/shop.sql", former, Release.BEFORE));
        }
        JdbcDatabase database = (JdbcDatabase) server.fresh("queries");
        return new Followed(database, QueryPlans.on(database, files).orElseThrow());
    }

    /** Unseen. */
    Followed given(String sql) throws SQLException {
        execute(sql);
        return this;
    }

    /** As migration m1, m2, ... */
    List<QueryChange> migrate(String sql) throws SQLException {
        plans.before();
        execute(sql);
        return plans.after("m" + ++migrations);
    }

    List<QueryChange> head() {
        return plans.head();
    }

    List<IndexRemark> indexes() {
        return plans.indexes();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String part : sql.split(";")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
    }

    JdbcDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
