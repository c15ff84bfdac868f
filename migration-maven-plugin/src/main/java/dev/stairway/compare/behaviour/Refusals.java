package dev.stairway.compare.behaviour;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** Sorts errors by what they are about, whatever the product. */
final class Refusals {

    /** <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's codes</a>; H2 has most of them. */
    private static final Map<String, Refusal> STATES = Map.ofEntries(
            Map.entry("23502", Refusal.NOT_NULL),
            Map.entry("23503", Refusal.FOREIGN_KEY),
            Map.entry("23506", Refusal.FOREIGN_KEY),
            Map.entry("23001", Refusal.FOREIGN_KEY),
            Map.entry("23505", Refusal.UNIQUE),
            Map.entry("23513", Refusal.CHECK),
            Map.entry("23514", Refusal.CHECK),
            Map.entry("22001", Refusal.TOO_LONG),
            Map.entry("22003", Refusal.OUT_OF_RANGE),
            Map.entry("22004", Refusal.OUT_OF_RANGE),
            Map.entry("22008", Refusal.OUT_OF_RANGE),
            Map.entry("22007", Refusal.TYPE),
            Map.entry("22018", Refusal.TYPE),
            Map.entry("22P02", Refusal.TYPE),
            Map.entry("42804", Refusal.TYPE),
            Map.entry("428C9", Refusal.GENERATED),
            Map.entry("55P03", Refusal.LOCK),
            Map.entry("40P01", Refusal.LOCK),
            Map.entry("40001", Refusal.LOCK),
            Map.entry("HYT00", Refusal.LOCK));

    /** <a href="https://mariadb.com/kb/en/mariadb-error-code-reference/">MariaDB's numbers</a>: its codes are too coarse. */
    private static final Map<Integer, Refusal> MARIADB = Map.ofEntries(
            Map.entry(1048, Refusal.NOT_NULL),
            Map.entry(1364, Refusal.NOT_NULL),
            Map.entry(1062, Refusal.UNIQUE),
            Map.entry(1451, Refusal.FOREIGN_KEY),
            Map.entry(1452, Refusal.FOREIGN_KEY),
            Map.entry(4025, Refusal.CHECK),
            Map.entry(1406, Refusal.TOO_LONG),
            Map.entry(1264, Refusal.OUT_OF_RANGE),
            Map.entry(1292, Refusal.TYPE),
            Map.entry(1366, Refusal.TYPE),
            Map.entry(1906, Refusal.GENERATED),
            // MySQL's own: https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
            Map.entry(3819, Refusal.CHECK),
            Map.entry(3105, Refusal.GENERATED),
            Map.entry(1205, Refusal.LOCK),
            Map.entry(1213, Refusal.LOCK));

    /** <a href="https://www.sqlite.org/rescode.html">SQLite's codes</a>, which its driver writes before the message. */
    private static final Map<String, Refusal> SQLITE = Map.ofEntries(
            Map.entry("SQLITE_CONSTRAINT_NOTNULL", Refusal.NOT_NULL),
            Map.entry("SQLITE_CONSTRAINT_UNIQUE", Refusal.UNIQUE),
            Map.entry("SQLITE_CONSTRAINT_PRIMARYKEY", Refusal.UNIQUE),
            Map.entry("SQLITE_CONSTRAINT_ROWID", Refusal.UNIQUE),
            Map.entry("SQLITE_CONSTRAINT_FOREIGNKEY", Refusal.FOREIGN_KEY),
            Map.entry("SQLITE_CONSTRAINT_CHECK", Refusal.CHECK),
            Map.entry("SQLITE_CONSTRAINT_DATATYPE", Refusal.TYPE),
            Map.entry("SQLITE_MISMATCH", Refusal.TYPE),
            Map.entry("SQLITE_TOOBIG", Refusal.TOO_LONG),
            Map.entry("SQLITE_BUSY", Refusal.LOCK),
            Map.entry("SQLITE_BUSY_SNAPSHOT", Refusal.LOCK),
            Map.entry("SQLITE_LOCKED", Refusal.LOCK));

    private Refusals() {}

    /** @param product lower-case name */
    static Refusal of(String product, SQLException error) {
        String message = String.valueOf(error.getMessage());
        return switch (product) {
            case "sqlite" -> sqlite(message);
            case "mariadb", "mysql" -> MARIADB.getOrDefault(error.getErrorCode(), byState(error, message));
            default -> byState(error, message);
        };
    }

    private static Refusal byState(SQLException error, String message) {
        Refusal known = STATES.get(String.valueOf(error.getSQLState()));
        return known == null ? generated(message) : known;
    }

    private static Refusal sqlite(String message) {
        int end = message.indexOf(']');
        String code = message.startsWith("[") && end > 0 ? message.substring(1, end) : "";
        Refusal known = SQLITE.get(code);
        if (code.equals("SQLITE_CONSTRAINT_TRIGGER") && message.contains("FOREIGN KEY constraint failed")) {
            // ON DELETE RESTRICT is a trigger inside.
            return Refusal.FOREIGN_KEY;
        }
        return known == null ? generated(message) : known;
    }

    private static Refusal generated(String message) {
        return message.toLowerCase(Locale.ROOT).contains("generated column") ? Refusal.GENERATED : Refusal.OTHER;
    }

    /** First line of what the database said. */
    static String line(SQLException error) {
        String line =
                String.valueOf(error.getMessage()).strip().lines().findFirst().orElse("");
        return line.replaceFirst("^(?:\\[SQLITE_\\w+]|ERROR:|\\(conn=\\d+\\)) *", "");
    }
}
