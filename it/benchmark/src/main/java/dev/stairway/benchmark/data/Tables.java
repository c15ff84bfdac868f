package dev.stairway.benchmark.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table as applications have them, and one that refers to it. */
final class Tables {

    static final String CUSTOMER =
            "CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(80) NOT NULL, name varchar(60),"
                    + " born date, balance numeric(12,2) NOT NULL, active boolean NOT NULL, rating integer NOT NULL CHECK (rating >= 0),"
                    + " seen timestamp, note text)";

    static final String ORDERS =
            "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer (id),"
                    + " state varchar(10) NOT NULL CHECK (state IN ('new', 'paid', 'sent')), total numeric(12,2) NOT NULL, placed timestamp"
                    + " NOT NULL)";

    private Tables() {}

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
