package dev.stairway.database.generic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The state of a database of MariaDB or MySQL: the rows in a database beside it, everything else as the server's own text.
 *
 * @param name of the database
 * @param copy name of the database with the rows
 * @param create how the database is created
 * @param before statements that make what tables need: routines and sequences
 * @param tables in any order; references are not checked while they are made
 * @param views may need one another
 * @param after triggers and events
 */
record DatabaseCopy(
        String name,
        String copy,
        String create,
        List<Text> before,
        List<Table> tables,
        List<Text> views,
        List<Text> after) {

    // Rows go over as they are: nothing is counted, mended, checked or turned to another time zone.
    private static final String AS_IT_IS =
            "SET foreign_key_checks = 0, unique_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO', time_zone = '+00:00'";

    // https://mariadb.com/kb/en/server-system-variables/#check_constraint_checks, which MySQL does not know.
    private static final String UNCHECKED = "SET check_constraint_checks = 0";

    private static final Map<String, String> ROUTINES =
            Map.of("PROCEDURE", "Create Procedure", "FUNCTION", "Create Function");

    /**
     * A statement of the server's.
     *
     * @param mode SQL mode under which it means what it meant; null for any
     */
    record Text(String sql, String mode) {}

    /**
     * A table.
     *
     * @param columns those that take values, quoted and separated by commas
     */
    record Table(String name, String create, String columns) {}

    static DatabaseCopy take(Connection connection, String name, String copy) throws SQLException {
        begin(connection);
        use(connection, name);
        List<Table> tables = tables(connection);
        DatabaseCopy taken = new DatabaseCopy(
                name,
                copy,
                one(connection, "SHOW CREATE DATABASE " + quoted(name), "Create Database")
                        .sql(),
                before(connection),
                tables,
                views(connection),
                after(connection));
        run(connection, "CREATE DATABASE " + quoted(copy));
        use(connection, copy);
        for (Table table : tables) {
            run(connection, table.create());
            rows(connection, table, name, copy);
        }
        return taken;
    }

    void putBack(Connection connection) throws SQLException {
        begin(connection);
        run(connection, create);
        use(connection, name);
        for (Text text : before) {
            run(connection, text);
        }
        for (Table table : tables) {
            run(connection, table.create());
            rows(connection, table, copy, name);
        }
        inAnyOrder(connection, views);
        for (Text text : after) {
            run(connection, text);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        run(connection, AS_IT_IS);
        if (connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("MariaDB")) {
            run(connection, UNCHECKED);
        }
    }

    private static void rows(Connection connection, Table table, String from, String to) throws SQLException {
        if (!table.columns().isEmpty()) {
            String place = "." + quoted(table.name());
            run(
                    connection,
                    "INSERT INTO " + quoted(to) + place + " (" + table.columns() + ") SELECT " + table.columns()
                            + " FROM " + quoted(from) + place);
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String table : names(
                connection,
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                        + " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY TABLE_NAME")) {
            String columns = names(
                            connection,
                            "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                                    + " AND TABLE_NAME = " + literal(table)
                                    + " AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY ORDINAL_POSITION")
                    .stream()
                    .map(DatabaseCopy::quoted)
                    .collect(Collectors.joining(", "));
            String create = one(connection, "SHOW CREATE TABLE " + quoted(table), "Create Table")
                    .sql();
            tables.add(new Table(table, create, columns));
        }
        return tables;
    }

    private static List<Text> before(Connection connection) throws SQLException {
        List<Text> texts = new ArrayList<>();
        for (Map.Entry<String, String> kind : ROUTINES.entrySet()) {
            for (String routine : names(
                    connection,
                    "SELECT ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()"
                            + " AND ROUTINE_TYPE = " + literal(kind.getKey()) + " ORDER BY ROUTINE_NAME")) {
                texts.add(one(connection, "SHOW CREATE " + kind.getKey() + " " + quoted(routine), kind.getValue()));
            }
        }
        for (String sequence : names(
                connection,
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                        + " AND TABLE_TYPE = 'SEQUENCE' ORDER BY TABLE_NAME")) {
            texts.add(new Text(
                    one(connection, "SHOW CREATE SEQUENCE " + quoted(sequence), "Create Table")
                            .sql(),
                    null));
            String next = names(connection, "SELECT next_not_cached_value FROM " + quoted(sequence))
                    .get(0);
            texts.add(new Text("DO SETVAL(" + quoted(sequence) + ", " + next + ", 0)", null));
        }
        return texts;
    }

    private static List<Text> views(Connection connection) throws SQLException {
        List<Text> texts = new ArrayList<>();
        for (String view : names(
                connection,
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME")) {
            texts.add(new Text(
                    one(connection, "SHOW CREATE VIEW " + quoted(view), "Create View")
                            .sql(),
                    null));
        }
        return texts;
    }

    private static List<Text> after(Connection connection) throws SQLException {
        List<Text> texts = new ArrayList<>();
        for (String trigger : names(
                connection,
                "SELECT TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()"
                        + " ORDER BY EVENT_OBJECT_TABLE, ACTION_ORDER")) {
            texts.add(one(connection, "SHOW CREATE TRIGGER " + quoted(trigger), "SQL Original Statement"));
        }
        for (String event : names(
                connection,
                "SELECT EVENT_NAME FROM INFORMATION_SCHEMA.EVENTS WHERE EVENT_SCHEMA = DATABASE() ORDER BY EVENT_NAME")) {
            texts.add(one(connection, "SHOW CREATE EVENT " + quoted(event), "Create Event"));
        }
        return texts;
    }

    /** Runs them until all have run; a round in which none does tells what is wrong with the first. */
    private static void inAnyOrder(Connection connection, List<Text> texts) throws SQLException {
        List<Text> waiting = new ArrayList<>(texts);
        while (!waiting.isEmpty()) {
            List<Text> again = new ArrayList<>();
            SQLException first = null;
            for (Text text : waiting) {
                try {
                    run(connection, text);
                } catch (SQLException notYet) {
                    first = first == null ? notYet : first;
                    again.add(text);
                }
            }
            if (again.size() == waiting.size()) {
                throw first;
            }
            waiting = again;
        }
    }

    private static Text one(Connection connection, String sql, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String mode = null;
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                mode = row.getMetaData().getColumnLabel(i).equalsIgnoreCase("sql_mode") ? row.getString(i) : mode;
            }
            return new Text(row.getString(column), mode);
        }
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static void use(Connection connection, String name) throws SQLException {
        connection.setCatalog(name);
    }

    private static void run(Connection connection, Text text) throws SQLException {
        if (text.mode() != null) {
            run(connection, "SET sql_mode = " + literal(text.mode()));
        }
        run(connection, text.sql());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    private static String literal(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "''") + '\'';
    }
}
