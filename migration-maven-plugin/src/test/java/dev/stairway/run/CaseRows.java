package dev.stairway.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All rows of all tables as text, and where every sequence stands. */
final class CaseRows implements CaseOracle {

    private static final String RELATIONS = "SELECT format('%I.%I', n.nspname, c.relname), c.relkind::text"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
            + " AND c.relkind IN ('r', 'm', 'S') AND c.relispopulated";

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public State look(Connection connection, List<SqlCase> cases) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            List<String> queries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(RELATIONS)) {
                while (row.next()) {
                    String name = row.getString(1);
                    String what = row.getString(2).equals("S") ? "last_value || ' ' || is_called" : "x::text";
                    queries.add("SELECT '" + name.replace("'", "''") + "', " + what + " FROM ONLY " + name + " x");
                }
            }
            for (int i = 0; i < queries.size(); i += 50) {
                String some = String.join(" UNION ALL ", queries.subList(i, Math.min(i + 50, queries.size())));
                try (ResultSet row = statement.executeQuery(some)) {
                    while (row.next()) {
                        lines.add("row of " + row.getString(1) + ": " + row.getString(2));
                    }
                }
            }
        }
        return new CaseLines(lines);
    }
}
