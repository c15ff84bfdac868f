package dev.stairway.integrity.generic;

import dev.stairway.database.generic.facts.CheckFacts;
import dev.stairway.database.generic.facts.Metadata;
import dev.stairway.database.generic.facts.ReferenceFacts;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import dev.stairway.integrity.Answer;
import dev.stairway.integrity.Check;
import dev.stairway.integrity.Inspector;
import dev.stairway.integrity.Query;
import dev.stairway.integrity.QueryAnswer;
import dev.stairway.integrity.Violation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Foreign keys and checks: what rows can break where a session may switch off that they are looked at. */
public final class GenericInspector implements Inspector {

    /** Of tables and columns that are not there: class 42 of the standard, and what H2 and MySQL's family make of it. */
    private static final Set<String> NOT_THERE = Set.of("42S02", "42S22", "42S03", "42S04", "42P01", "42703");

    private static final int KEY_LENGTH = 40;

    private final int limitMillis;

    /** @param limitMillis longest time for one question */
    public GenericInspector(int limitMillis) {
        this.limitMillis = limitMillis;
    }

    @Override
    public List<Check> checks(Connection connection, Collection<String> tables) throws SQLException {
        List<Check> checks = new ArrayList<>();
        if (tables != null && tables.isEmpty()) {
            return checks;
        }
        Spelling spelling = Spelling.of(connection);
        CheckWriter writer = new CheckWriter(spelling);
        List<CheckFacts> conditions = CheckFacts.read(connection, spelling);
        for (TableFacts table :
                Metadata.of(connection, spelling, onlySchema(spelling)).tables(each -> !each.view())) {
            boolean wanted = tables == null || tables.contains(writer.shown(table));
            for (ReferenceFacts key : table.foreignKeys()) {
                if (wanted || tables.contains(writer.parent(key))) {
                    checks.add(writer.reference(table, key));
                }
            }
            if (wanted) {
                conditions.stream()
                        .filter(check -> Objects.equals(check.schema(), table.schema())
                                && check.table().equals(table.name()))
                        .forEach(check -> checks.add(writer.check(table, check)));
            }
        }
        return checks;
    }

    /** A connection starts in the schema that is ours; all schemas of H2 are where it starts in the usual one. */
    private static Optional<String> onlySchema(Spelling spelling) {
        boolean whole = spelling.product().equals("h2") && "PUBLIC".equals(spelling.defaultSchema());
        return whole ? Optional.empty() : Optional.ofNullable(spelling.defaultSchema());
    }

    @Override
    public Map<Check, Answer> ask(Connection connection, List<Check> checks) {
        Map<Check, Answer> answers = new LinkedHashMap<>();
        for (Check check : checks) {
            try {
                answers.put(check, ask(connection, check));
            } catch (SQLException refused) {
                answers.put(
                        check,
                        Answer.none(String.valueOf(refused.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")));
            }
        }
        return answers;
    }

    private Answer ask(Connection connection, Check check) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setQueryTimeout(Math.max(1, limitMillis / 1000));
            long rows;
            try (ResultSet count = statement.executeQuery(check.count())) {
                count.next();
                rows = count.getLong(1);
            }
            return rows == 0 ? Answer.KEPT : new Answer(rows, true, examples(statement, check), "");
        }
    }

    private static List<String> examples(Statement statement, Check check) throws SQLException {
        List<String> keys = new ArrayList<>();
        if (!check.examples().isEmpty()) {
            statement.setMaxRows(Violation.EXAMPLES);
            try (ResultSet row = statement.executeQuery(check.examples())) {
                while (row.next()) {
                    keys.add(key(row));
                }
            }
        }
        return keys;
    }

    private static String key(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String value = String.valueOf(row.getString(i));
            parts.add(row.getMetaData().getColumnLabel(i) + "="
                    + value.substring(0, Math.min(KEY_LENGTH, value.length())));
        }
        return String.join(", ", parts);
    }

    /** Where a product knows transactions that read alone, it is one; everywhere it is rolled back. */
    @Override
    public QueryAnswer query(Connection connection, String sql) throws SQLException {
        boolean mysqlFamily = Spelling.of(connection).mysqlFamily();
        return Query.run(
                connection,
                mysqlFamily ? "START TRANSACTION READ ONLY" : "",
                sql,
                refused -> NOT_THERE.contains(String.valueOf(refused.getSQLState())));
    }
}
