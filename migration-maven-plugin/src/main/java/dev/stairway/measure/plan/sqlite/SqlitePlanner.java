package dev.stairway.measure.plan.sqlite;

import dev.stairway.database.sqlite.SqliteCalls;
import dev.stairway.measure.plan.Attempt;
import dev.stairway.measure.plan.Attempt.State;
import dev.stairway.measure.plan.IndexFact;
import dev.stairway.measure.plan.Plan;
import dev.stairway.measure.plan.Planner;
import dev.stairway.measure.plan.Query;
import dev.stairway.measure.plan.Template;
import dev.stairway.script.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks for plans in a transaction that is rolled back, and executes what writes there: https://www.sqlite.org/eqp.html
 */
public final class SqlitePlanner implements Planner {

    private static final int INSTRUCTIONS = 100_000;

    private final Map<Query, Template> templates = new HashMap<>();
    private final long limitNanos;

    /** @param limitMillis longest time of one query */
    public SqlitePlanner(int limitMillis) {
        this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    @Override
    public Map<Query, Attempt> attempts(Connection connection, List<Query> queries, Map<Query, List<String>> known)
            throws SQLException {
        if (queries.isEmpty()) {
            return Map.of();
        }
        queries.forEach(query -> templates.computeIfAbsent(query, fresh -> Template.of(fresh.sql(), SqlSyntax.SQLITE)));
        try (Statement transaction = connection.createStatement()) {
            Tables tables = begin(connection, transaction);
            try {
                Map<Query, Attempt> attempts = new LinkedHashMap<>();
                for (Query query : queries) {
                    transaction.execute("SAVEPOINT stairway");
                    attempts.put(query, attempt(connection, tables, query, known.get(query)));
                    if (!takenBack(transaction)) {
                        tables = begin(connection, transaction);
                    }
                }
                return attempts;
            } finally {
                transaction.execute("ROLLBACK");
            }
        }
    }

    /** The driver's own transactions would not notice that one has ended by itself. */
    private Tables begin(Connection connection, Statement transaction) throws SQLException {
        transaction.execute("BEGIN");
        Tables tables = new Tables(connection);
        tables.analyze(templates.values());
        return tables;
    }

    /**
     * False when the statement has ended the transaction, as one does that was interrupted or that a trigger refuses with
     * ROLLBACK: https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
     */
    private static boolean takenBack(Statement transaction) throws SQLException {
        try {
            transaction.execute("ROLLBACK TO stairway");
            transaction.execute("RELEASE stairway");
            return true;
        } catch (SQLException ended) {
            if (String.valueOf(ended.getMessage()).contains("no such savepoint")) {
                return false;
            }
            throw ended;
        }
    }

    private Attempt attempt(Connection connection, Tables tables, Query query, List<String> known) throws SQLException {
        Template template = templates.get(query);
        List<String> values = known == null ? new Values(connection, tables, template).all() : known;
        try {
            Plan plan = PlanLines.of(connection, template, tables);
            if (query.writes()) {
                execute(connection, template, values);
            }
            return new Attempt(State.WORKS, "", plan, Collections.unmodifiableList(new ArrayList<>(values)));
        } catch (SQLException refusal) {
            return new Attempt(Refusals.state(refusal, template), Refusals.message(refusal), null, List.of());
        }
    }

    private void execute(Connection connection, Template template, List<String> values) throws SQLException {
        long start = System.nanoTime();
        try (SqliteCalls.Interrupting limit = SqliteCalls.of(connection)
                        .interrupt(connection, INSTRUCTIONS, () -> System.nanoTime() - start > limitNanos);
                PreparedStatement statement = connection.prepareStatement(template.sql())) {
            for (int i = 0; i < values.size(); i++) {
                Literals.bind(statement, i + 1, values.get(i));
            }
            statement.execute();
        }
    }

    @Override
    public List<IndexFact> indexes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Indexes.of(statement);
        }
    }
}
