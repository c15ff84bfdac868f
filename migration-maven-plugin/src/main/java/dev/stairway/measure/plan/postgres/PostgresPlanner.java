package dev.stairway.measure.plan.postgres;

import dev.stairway.measure.plan.Attempt;
import dev.stairway.measure.plan.Attempt.State;
import dev.stairway.measure.plan.IndexFact;
import dev.stairway.measure.plan.Plan;
import dev.stairway.measure.plan.Planner;
import dev.stairway.measure.plan.Query;
import dev.stairway.measure.plan.Template;
import dev.stairway.script.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets the server prepare each query, as a driver does, and explain it: with values that are typical of the columns where
 * such are found, which is then executed if it only reads; otherwise with the generic plan, the one for any value.
 * https://www.postgresql.org/docs/current/sql-prepare.html
 */
public final class PostgresPlanner implements Planner {

    /** One process and no compiler, so that a plan and its pages do not depend on what else the machine does. */
    private static final String SETTINGS = "SET max_parallel_workers_per_gather = 0; SET jit = off;"
            + " SET plan_cache_mode = force_generic_plan";

    private static final int VACUUM_MILLIS = 60_000;

    private final Map<Query, Template> templates = new HashMap<>();
    private final Statistics statistics = new Statistics();
    private final int limitMillis;

    /** @param limitMillis longest time of one query */
    public PostgresPlanner(int limitMillis) {
        this.limitMillis = limitMillis;
    }

    @Override
    public Map<Query, Attempt> attempts(Connection connection, List<Query> queries, Map<Query, List<String>> known)
            throws SQLException {
        if (queries.isEmpty()) {
            return Map.of();
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(SETTINGS);
            limit(statement, limitMillis);
            Map<Query, Attempt> attempts = new LinkedHashMap<>();
            Map<Query, Prepared> prepared = new LinkedHashMap<>();
            Set<String> tables = new TreeSet<>();
            Facts facts = new Facts(connection);
            for (Query query : queries) {
                try {
                    Prepared ready = Prepared.of(statement, "stairway_" + prepared.size(), template(query), facts);
                    tables.addAll(ready.tables(statement));
                    prepared.put(query, ready);
                } catch (SQLException refusal) {
                    attempts.put(query, refused(refusal, template(query), List.of()));
                }
            }
            limit(statement, VACUUM_MILLIS);
            statistics.refresh(connection, tables);
            limit(statement, limitMillis);
            connection.setAutoCommit(false);
            try {
                facts.readStatistics(tables);
                for (Query query : readsFirst(prepared.keySet())) {
                    attempts.put(query, attempt(statement, facts, query, prepared.get(query), known));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            statement.execute("DEALLOCATE ALL");
            return attempts;
        }
    }

    private static void limit(Statement statement, int millis) throws SQLException {
        statement.execute("SET statement_timeout = " + millis + "; SET lock_timeout = " + millis);
    }

    /** What is written and rolled back leaves pages behind, which reads would touch. */
    private static List<Query> readsFirst(Set<Query> queries) {
        return queries.stream().sorted(Comparator.comparing(Query::writes)).toList();
    }

    private Template template(Query query) {
        return templates.computeIfAbsent(query, fresh -> Template.of(fresh.sql(), SqlSyntax.POSTGRESQL));
    }

    private Attempt attempt(
            Statement statement, Facts facts, Query query, Prepared prepared, Map<Query, List<String>> known)
            throws SQLException {
        List<String> values = known.get(query);
        if (values == null || values.size() != prepared.types().size()) {
            values = new Values(facts, template(query), query.writes()).of(prepared.types());
        }
        statement.execute("SAVEPOINT stairway");
        try {
            Plan plan = explain(statement, facts, query, prepared, values);
            if (query.writes()) {
                statement.execute(prepared.execute(values));
            }
            return new Attempt(State.WORKS, "", plan, values);
        } catch (SQLException refusal) {
            return refused(refusal, template(query), values);
        } finally {
            statement.execute("ROLLBACK TO SAVEPOINT stairway");
        }
    }

    private static Plan explain(Statement statement, Facts facts, Query query, Prepared prepared, List<String> values)
            throws SQLException {
        boolean generic = values.contains(null);
        statement.execute("SET LOCAL plan_cache_mode = "
                + (generic && !query.writes() ? "force_generic_plan" : "force_custom_plan"));
        if (!query.writes() && !generic) {
            statement.execute("SAVEPOINT stairway_run");
            try {
                return plan(statement, "ANALYZE, BUFFERS, TIMING OFF, ", prepared.execute(values), facts);
            } catch (SQLException slow) {
                if (!Refusals.tookTooLong(slow)) {
                    throw slow;
                }
                statement.execute("ROLLBACK TO SAVEPOINT stairway_run");
            }
        }
        return plan(statement, "", prepared.execute(values), facts);
    }

    private static Plan plan(Statement statement, String options, String execute, Facts facts) throws SQLException {
        try (ResultSet json = statement.executeQuery("EXPLAIN (" + options + "VERBOSE, FORMAT JSON) " + execute)) {
            json.next();
            return JsonPlan.of(json.getString(1), facts.rows());
        }
    }

    private static Attempt refused(SQLException refusal, Template template, List<String> values) throws SQLException {
        return new Attempt(Refusals.state(refusal, template), Refusals.message(refusal), null, keep(values));
    }

    private static List<String> keep(List<String> values) {
        return Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Override
    public List<IndexFact> indexes(Connection connection) throws SQLException {
        return Indexes.of(connection);
    }
}
