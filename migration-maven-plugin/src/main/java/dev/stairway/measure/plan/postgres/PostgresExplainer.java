package dev.stairway.measure.plan.postgres;

import dev.stairway.measure.plan.Attempt;
import dev.stairway.measure.plan.Attempt.State;
import dev.stairway.measure.plan.Explainer;
import dev.stairway.measure.plan.Query;
import dev.stairway.measure.plan.Template;
import dev.stairway.script.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the server prepare each query and show its generic plan, each in a read-only transaction of its own. EXPLAIN without
 * ANALYZE does not execute: https://www.postgresql.org/docs/current/sql-explain.html
 */
public final class PostgresExplainer implements Explainer {

    private static final String SETTINGS =
            "SET default_transaction_read_only = on; SET plan_cache_mode = force_generic_plan";

    @Override
    public Map<Query, Attempt> plans(Connection connection, List<Query> queries) throws SQLException {
        Map<Query, Attempt> plans = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(SETTINGS);
            Facts facts = new Facts(connection);
            for (Query query : queries) {
                Template template = Template.of(query.sql(), SqlSyntax.POSTGRESQL);
                plans.put(query, attempt(statement, "stairway_" + plans.size(), template, facts));
            }
            statement.execute("DEALLOCATE ALL");
        }
        return plans;
    }

    private static Attempt attempt(Statement statement, String name, Template template, Facts facts)
            throws SQLException {
        try {
            Prepared prepared = Prepared.of(statement, name, template, facts);
            String execute =
                    prepared.execute(Collections.nCopies(prepared.types().size(), null));
            try (ResultSet json = statement.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) " + execute)) {
                json.next();
                return new Attempt(State.WORKS, "", JsonPlan.of(json.getString(1), Map.of()), List.of());
            }
        } catch (SQLException refusal) {
            return new Attempt(Refusals.withoutValues(refusal, template), Refusals.message(refusal), null, List.of());
        }
    }
}
