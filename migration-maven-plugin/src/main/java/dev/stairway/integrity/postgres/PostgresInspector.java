package dev.stairway.integrity.postgres;

import dev.stairway.integrity.Answer;
import dev.stairway.integrity.Check;
import dev.stairway.integrity.Inspector;
import dev.stairway.integrity.Kind;
import dev.stairway.integrity.Query;
import dev.stairway.integrity.QueryAnswer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Foreign keys by anti-join, whatever the server says of them: a trigger that was off for a while leaves no trace in the
 * catalog. Checks and NOT NULL hold in every session, so only those that are not validated or not enforced are asked; the
 * same goes for unique indexes that are not valid.
 */
public final class PostgresInspector implements Inspector {

    /** Questions that go to the server as one statement. */
    private static final int TOGETHER = 100;

    private static final String CANCELED = "57014";
    /** Table, schema, column and function. https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static final Set<String> NOT_THERE = Set.of("42P01", "3F000", "42703", "42883");

    private final int limitMillis;

    /** @param limitMillis longest time for one question */
    public PostgresInspector(int limitMillis) {
        this.limitMillis = limitMillis;
    }

    @Override
    public List<Check> checks(Connection connection, Collection<String> tables) throws SQLException {
        if (tables != null && tables.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement =
                connection.prepareStatement(tables == null ? CheckSql.ofAll() : CheckSql.ofListed())) {
            if (tables != null) {
                statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            }
            List<Check> checks = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    checks.add(check(row));
                }
            }
            return checks;
        }
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                list(row.getArray(4)),
                row.getString(5),
                list(row.getArray(6)),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    @Override
    public Map<Check, Answer> ask(Connection connection, List<Check> checks) throws SQLException {
        Map<Check, Answer> answers = new LinkedHashMap<>();
        if (checks.isEmpty()) {
            return answers;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET statement_timeout = " + limitMillis);
            for (int from = 0; from < checks.size(); from += TOGETHER) {
                List<Check> part = checks.subList(from, Math.min(checks.size(), from + TOGETHER));
                answers.putAll(part.size() == 1 ? oneByOne(statement, part) : together(statement, part));
            }
            statement.execute("RESET statement_timeout");
        }
        return answers;
    }

    private Map<Check, Answer> together(Statement statement, List<Check> checks) throws SQLException {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            questions.add("SELECT " + i + ", (" + checks.get(i).count() + ")");
        }
        long[] rows = new long[checks.size()];
        try (ResultSet row = statement.executeQuery(String.join(" UNION ALL ", questions))) {
            while (row.next()) {
                rows[row.getInt(1)] = row.getLong(2);
            }
        } catch (SQLException one) {
            // One of them fails or takes too long; the others can be answered all the same.
            return oneByOne(statement, checks);
        }
        Map<Check, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            answers.put(checks.get(i), answer(statement, checks.get(i), rows[i]));
        }
        return answers;
    }

    private Map<Check, Answer> oneByOne(Statement statement, List<Check> checks) throws SQLException {
        Map<Check, Answer> answers = new LinkedHashMap<>();
        for (Check check : checks) {
            answers.put(check, one(statement, check));
        }
        return answers;
    }

    private Answer one(Statement statement, Check check) throws SQLException {
        long rows;
        try (ResultSet row = statement.executeQuery(check.count())) {
            row.next();
            rows = row.getLong(1);
        } catch (SQLException refused) {
            return Answer.none(
                    CANCELED.equals(refused.getSQLState())
                            ? "it takes longer than " + limitMillis + " ms"
                            : String.valueOf(refused.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        return answer(statement, check, rows);
    }

    private static Answer answer(Statement statement, Check check, long rows) throws SQLException {
        if (rows == 0) {
            return Answer.KEPT;
        }
        List<String> examples = new ArrayList<>();
        if (!check.examples().isEmpty()) {
            try (ResultSet row = statement.executeQuery(check.examples())) {
                while (row.next()) {
                    examples.add(row.getString(1));
                }
            } catch (SQLException tooLong) {
                // The number is known, which is what matters; finding names took longer than counting.
                return new Answer(rows, true, List.of(), "");
            }
        }
        return new Answer(rows, true, examples, "");
    }

    @Override
    public QueryAnswer query(Connection connection, String sql) throws SQLException {
        return Query.run(
                connection,
                "SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '" + Query.LIMIT_SECONDS + "s'",
                sql,
                refused -> NOT_THERE.contains(String.valueOf(refused.getSQLState())));
    }
}
