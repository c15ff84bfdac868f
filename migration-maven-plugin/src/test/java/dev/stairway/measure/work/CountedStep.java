package dev.stairway.measure.work;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A step on a database of its own, whose work is counted.
 *
 * @param before what makes the state that it begins with
 * @param step its statements; committed once, at its end
 */
record CountedStep(List<String> before, List<String> step) {

    static CountedStep of(String before, String step) {
        return new CountedStep(statements(before), statements(step));
    }

    CountedStep then(String more) {
        List<String> all = new ArrayList<>(step);
        all.addAll(statements(more));
        return new CountedStep(before, List.copyOf(all));
    }

    private static List<String> statements(String script) {
        return script.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Counts it on a fresh database. */
    Map<Counter, Long> on(DatabaseServer server) throws SQLException {
        try (Database database = server.fresh("counted")) {
            return on((JdbcDatabase) database);
        }
    }

    private Map<Counter, Long> on(JdbcDatabase database) throws SQLException {
        try (Connection filler = database.connect();
                Statement statement = filler.createStatement()) {
            for (String sql : before) {
                statement.execute(sql);
            }
        }
        WorkMeter meter = WorkMeter.on(database).orElseThrow();
        try (JdbcSession session = database.newSession()) {
            session.begin();
            meter.start(session);
            play(session.connection());
            session.settle();
            return meter.stop(session);
        }
    }

    private void play(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : step) {
                statement.execute(sql);
            }
        }
        connection.commit();
    }

    /** Those that can fail a build, by name. */
    static Map<String, Long> gated(Map<Counter, Long> counted) {
        return counted.entrySet().stream()
                .filter(entry -> entry.getKey().gated())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().key(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
