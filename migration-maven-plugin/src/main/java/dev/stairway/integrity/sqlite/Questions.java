package dev.stairway.integrity.sqlite;

import dev.stairway.integrity.Answer;
import dev.stairway.integrity.Check;
import dev.stairway.integrity.Violation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks SQLite, about each table once however many questions there are about it. */
final class Questions {

    private static final String MISMATCH = "foreign key mismatch";

    private final Connection connection;
    private final Map<String, TableHealth> tables = new HashMap<>();
    private final Map<String, Map<Integer, Long>> orphans = new HashMap<>();

    Questions(Connection connection) {
        this.connection = connection;
    }

    Answer answer(Check check) throws SQLException {
        return switch (check.kind()) {
            case ORPHANED_ROWS -> orphansIfUsable(check);
            case FOREIGN_KEY_UNUSABLE -> mismatch(check);
            case KEYS_REUSED -> counter(check);
            default -> health(check);
        };
    }

    private Answer health(Check check) throws SQLException {
        TableHealth health = tables.get(check.table());
        if (health == null) {
            health = TableHealth.of(connection, stored(check.table()));
            tables.put(check.table(), health);
        }
        long rows = health.rows(check.kind());
        List<String> said = health.messages(check.kind()).keySet().stream()
                .limit(Violation.EXAMPLES)
                .toList();
        return rows == 0 ? Answer.KEPT : new Answer(rows, health.exact(), said, "");
    }

    /** No row can be held to a key that is unusable, which is told by itself. */
    private Answer orphansIfUsable(Check check) throws SQLException {
        try {
            return orphans(check);
        } catch (SQLException refused) {
            if (mismatched(check, refused)) {
                return Answer.KEPT;
            }
            throw refused;
        }
    }

    // https://www.sqlite.org/pragma.html#pragma_foreign_key_check
    private Answer orphans(Check check) throws SQLException {
        Map<Integer, Long> ofTable = orphans.get(check.table());
        if (ofTable == null) {
            ofTable = orphans(check.table());
            orphans.put(check.table(), ofTable);
        }
        long rows = ofTable.getOrDefault(Integer.valueOf(check.definition()), 0L);
        return rows == 0 ? Answer.KEPT : new Answer(rows, true, keys(check), "");
    }

    /**
     * The parent has no unique key over these columns: every write to either table fails while foreign keys are on. Said when
     * a statement is compiled, so none has to run.
     *
     * @see <a href="https://www.sqlite.org/foreignkeys.html#fk_indexes">Required and Suggested Database Indexes</a>
     */
    private Answer mismatch(Check check) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("EXPLAIN INSERT INTO main." + Names.quoted(stored(check.table())) + " DEFAULT VALUES")
                    .close();
            return Answer.KEPT;
        } catch (SQLException refused) {
            return mismatched(check, refused) ? new Answer(1, true, List.of(MISMATCH), "") : Answer.KEPT;
        }
    }

    private static boolean mismatched(Check check, SQLException refused) {
        String message = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        String parent = Names.quoted(stored(check.parent())).toLowerCase(Locale.ROOT);
        return message.contains(MISMATCH) && message.contains("referencing " + parent);
    }

    private Map<Integer, Long> orphans(String table) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT fkid, count(*) FROM pragma_foreign_key_check("
                        + Names.literal(stored(table)) + ") GROUP BY fkid")) {
            while (row.next()) {
                counts.put(row.getInt(1), row.getLong(2));
            }
        }
        return counts;
    }

    private List<String> keys(Check check) throws SQLException {
        String table = stored(check.table());
        List<String> key = Schema.primaryKey(connection, table);
        List<String> shown = new ArrayList<>();
        String columns = key.isEmpty()
                ? "'rowid=' || t.rowid"
                : String.join(
                        " || ', ' || ",
                        key.stream()
                                .map(column -> Names.literal(column + "=") + " || substr(t." + Names.quoted(column)
                                        + ", 1, 40)")
                                .toList());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + columns + " FROM main." + Names.quoted(table)
                        + " t WHERE t.rowid IN (SELECT rowid FROM pragma_foreign_key_check(" + Names.literal(table)
                        + ") WHERE fkid = " + check.definition() + ") ORDER BY t.rowid LIMIT " + Violation.EXAMPLES)) {
            while (row.next()) {
                shown.add(row.getString(1));
            }
        } catch (SQLException withoutRowid) {
            // Such a table says how many rows, and not which ones.
            return List.of();
        }
        return shown;
    }

    /**
     * SQLite takes the higher one of counter and highest key, so nothing fails; but what a counter behind does not know it
     * gives out a second time once the row is deleted, which AUTOINCREMENT is there to prevent.
     *
     * @see <a href="https://www.sqlite.org/autoinc.html">SQLite Autoincrement</a>
     */
    private Answer counter(Check check) throws SQLException {
        String table = stored(check.table());
        String counter = "coalesce((SELECT seq FROM main.sqlite_sequence WHERE name = " + Names.literal(table)
                + " COLLATE NOCASE), 0)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT coalesce(max(rowid), 0), " + counter + " FROM main." + Names.quoted(table))) {
            row.next();
            long highest = row.getLong(1);
            long seen = row.getLong(2);
            return highest <= seen
                    ? Answer.KEPT
                    : new Answer(1, true, List.of("the counter is at " + seen + ", the highest key is " + highest), "");
        }
    }

    /** A name is stored as it was written, and found however it is written. */
    private static String stored(String canonical) {
        boolean quoted = canonical.startsWith("\"");
        return quoted ? canonical.substring(1, canonical.length() - 1).replace("\"\"", "\"") : canonical;
    }
}
