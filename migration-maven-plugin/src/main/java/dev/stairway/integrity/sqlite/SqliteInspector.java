package dev.stairway.integrity.sqlite;

import dev.stairway.integrity.Answer;
import dev.stairway.integrity.Check;
import dev.stairway.integrity.Inspector;
import dev.stairway.integrity.Kind;
import dev.stairway.integrity.Query;
import dev.stairway.integrity.QueryAnswer;
import dev.stairway.integrity.sqlite.Schema.ForeignKey;
import dev.stairway.integrity.sqlite.Schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Foreign keys, counters and the health of each table. */
public final class SqliteInspector implements Inspector {

    private static final List<Kind> OF_TABLES = List.of(
            Kind.CHECK_VIOLATED, Kind.NOT_NULL_VIOLATED, Kind.TYPE_VIOLATED, Kind.DUPLICATE_KEYS, Kind.STORAGE_DAMAGED);

    private final int limitMillis;

    /** @param limitMillis longest time for one question */
    public SqliteInspector(int limitMillis) {
        this.limitMillis = limitMillis;
    }

    @Override
    public List<Check> checks(Connection connection, Collection<String> tables) throws SQLException {
        List<Check> checks = new ArrayList<>();
        if (tables != null && tables.isEmpty()) {
            return checks;
        }
        Map<String, Table> present = Schema.tables(connection);
        for (Map.Entry<String, Table> entry : present.entrySet()) {
            if (tables == null || tables.contains(entry.getKey())) {
                checks.addAll(ofTable(entry.getKey(), entry.getValue()));
            }
        }
        for (ForeignKey key : Schema.foreignKeys(connection)) {
            if (tables == null
                    || tables.contains(Names.canonical(key.table()))
                    || tables.contains(Names.canonical(key.parent()))) {
                checks.addAll(ofKey(connection, key));
            }
        }
        return checks;
    }

    private static List<Check> ofTable(String name, Table table) {
        List<Check> checks = new ArrayList<>();
        OF_TABLES.forEach(kind -> checks.add(check(kind, name, "", table.sql())));
        if (table.autoincrement()) {
            checks.add(check(Kind.KEYS_REUSED, name, "sqlite_sequence", ""));
        }
        return checks;
    }

    private static Check check(Kind kind, String table, String constraint, String definition) {
        return new Check(kind, table, constraint, List.of(), "", List.of(), false, definition, "", "");
    }

    private static List<Check> ofKey(Connection connection, ForeignKey key) throws SQLException {
        List<String> parent =
                key.parentColumns().isEmpty() ? Schema.primaryKey(connection, key.parent()) : key.parentColumns();
        String to = key.parent() + (key.parentColumns().isEmpty() ? "" : " (" + String.join(", ", parent) + ")");
        return Stream.of(Kind.FOREIGN_KEY_UNUSABLE, Kind.ORPHANED_ROWS)
                .map(kind -> new Check(
                        kind,
                        Names.canonical(key.table()),
                        "(" + String.join(", ", key.columns()) + ") to " + to,
                        key.columns(),
                        Names.canonical(key.parent()),
                        parent,
                        false,
                        Integer.toString(key.number()),
                        "",
                        ""))
                .toList();
    }

    @Override
    public Map<Check, Answer> ask(Connection connection, List<Check> checks) throws SQLException {
        Map<Check, Answer> answers = new LinkedHashMap<>();
        Questions questions = new Questions(connection);
        for (Check check : checks) {
            try (Deadline deadline = Deadline.in(connection, limitMillis)) {
                answers.put(check, questions.answer(check));
            } catch (SQLException refused) {
                answers.put(check, Answer.none(reason(refused)));
            }
        }
        return answers;
    }

    private String reason(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.contains("SQLITE_INTERRUPT")
                ? "it takes longer than " + limitMillis + " ms"
                : message.lines().findFirst().orElse("");
    }

    // https://www.sqlite.org/pragma.html#pragma_query_only
    @Override
    public QueryAnswer query(Connection connection, String sql) throws SQLException {
        try (Statement setting = connection.createStatement();
                Deadline deadline = Deadline.in(connection, Query.LIMIT_SECONDS * 1000)) {
            setting.execute("PRAGMA query_only = 1");
            QueryAnswer answer = Query.run(connection, "", sql, SqliteInspector::notThere);
            setting.execute("PRAGMA query_only = 0");
            return answer;
        }
    }

    private static boolean notThere(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.contains("no such table") || message.contains("no such column");
    }
}
