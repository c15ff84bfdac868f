package dev.stairway.database.named;

import dev.stairway.database.external.Questions;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A product of which nothing is known but what every driver tells. What shows that others use the server differs everywhere,
 * so the user says how to ask for it; nobody is let in without an answer.
 */
final class AskedManners implements Manners {

    private static final int SHOWN = 4;
    private static final Pattern OURS = Pattern.compile("(?i)stairway_(?:mark|made)");
    private static final Pattern MADE = Pattern.compile("(?i)stairway_[0-9a-f]{32}");
    /** Schemas that products bring along. */
    private static final Pattern SYSTEM = Pattern.compile(
            "(?i)information_schema|pg_catalog|sys|sys[a-z]+|system(?:_.*)?|sqlj|nullid|definition_schema");

    private final String product;
    private final Questions questions;

    AskedManners(String product, Questions questions) {
        this.product = product;
        this.questions = questions;
    }

    @Override
    public List<String> everybodys() {
        return List.of("master", "system", "sys", "test", "sample");
    }

    @Override
    public void beginReading(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
    }

    @Override
    public Seen look(Connection connection) throws SQLException {
        List<Seen.Unseen> unseen = new ArrayList<>();
        if (questions.server().isEmpty()) {
            unseen.add(new Seen.Unseen(
                    "what tells this server from a copy of it",
                    "Give <serverQuery> in the POM, a query of one row that does, in the SQL of " + product));
        }
        List<String> others = List.of();
        if (questions.others().isEmpty()) {
            unseen.add(new Seen.Unseen(
                    "whether others use the server",
                    "Give <othersQuery> in the POM, a query in the SQL of " + product
                            + " that has a row for every other session and every standby"));
        } else {
            others = Rows.texts(connection, questions.others());
        }
        return new Seen(
                server(connection),
                connection.getMetaData().getUserName(),
                List.of(),
                objects(connection.getMetaData()),
                connection.getMetaData().isReadOnly() ? List.of("the database is set to read only") : List.of(),
                others,
                unseen,
                0);
    }

    private static List<String> objects(DatabaseMetaData meta) throws SQLException {
        List<String> objects = new ArrayList<>();
        try (ResultSet tables = meta.getTables(null, null, "%", null)) {
            while (tables.next() && objects.size() < SHOWN) {
                String schema = String.valueOf(tables.getString("TABLE_SCHEM"));
                String name = tables.getString("TABLE_NAME");
                String type = String.valueOf(tables.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                boolean system =
                        type.contains("SYSTEM") || SYSTEM.matcher(schema).matches();
                boolean ours =
                        OURS.matcher(name).matches() || MADE.matcher(schema).matches();
                if (!system && !ours) {
                    objects.add(type.toLowerCase(Locale.ROOT) + " " + schema + "." + name);
                }
            }
        }
        return objects;
    }

    @Override
    public String server(Connection connection) throws SQLException {
        return questions.server().isEmpty() ? "" : Rows.text(connection, questions.server());
    }

    @Override
    public String kindOfMark(Connection connection) throws SQLException {
        String schema = String.valueOf(connection.getSchema());
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(JdbcMark.TABLE)
                        && schema.equals(tables.getString("TABLE_SCHEM"))) {
                    return tables.getString("TABLE_TYPE");
                }
            }
        }
        return "";
    }

    @Override
    public String table(String name) {
        return name;
    }

    @Override
    public void sign(Connection connection, String run) {
        // What others see of it is its sessions.
    }

    @Override
    public boolean alive(Connection connection, String run) {
        return false;
    }

    @Override
    public void remove(Connection connection, String made) throws SQLException {
        List<String> there = new ArrayList<>();
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                if (schemas.getString("TABLE_SCHEM").equalsIgnoreCase(made)) {
                    there.add(schemas.getString("TABLE_SCHEM"));
                }
            }
        }
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        for (String schema : there) {
            Rows.run(connection, "DROP SCHEMA " + quote + schema + quote + " CASCADE");
        }
    }
}
