package dev.stairway.run;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What cases do to the cluster, which keeps it when the database of a walk is gone. */
final class CaseLeftovers {

    private CaseLeftovers() {}

    static boolean in(List<SqlCase> cases) {
        return cases.stream()
                .flatMap(planted -> Stream.concat(planted.base().stream(), planted.up().stream()))
                .anyMatch(statement -> statement.contains("create role") || statement.contains("on tablespace"));
    }

    static void clear(DatabaseServer server, List<SqlCase> cases) {
        try (Database database = server.fresh("roles");
                Connection connection = ((JdbcDatabase) database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("COMMENT ON TABLESPACE pg_default IS NULL");
            for (String role : roles(statement, cases)) {
                statement.execute("DROP OWNED BY " + role);
                statement.execute("DROP ROLE " + role);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> roles(Statement statement, List<SqlCase> cases) throws SQLException {
        List<String> roles = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT pg_catalog.quote_ident(rolname), rolname FROM pg_roles")) {
            while (row.next()) {
                String name = row.getString(2);
                if (cases.stream().anyMatch(planted -> name.startsWith(planted.schema()))) {
                    roles.add(row.getString(1));
                }
            }
        }
        return roles;
    }
}
