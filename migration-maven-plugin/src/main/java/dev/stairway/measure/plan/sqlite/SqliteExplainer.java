package dev.stairway.measure.plan.sqlite;

import dev.stairway.measure.plan.Attempt;
import dev.stairway.measure.plan.Attempt.State;
import dev.stairway.measure.plan.Explainer;
import dev.stairway.measure.plan.Query;
import dev.stairway.measure.plan.Template;
import dev.stairway.script.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for query plans, which executes nothing: https://www.sqlite.org/eqp.html */
public final class SqliteExplainer implements Explainer {

    @Override
    public Map<Query, Attempt> plans(Connection connection, List<Query> queries) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = on");
        }
        Tables tables = new Tables(connection);
        Map<Query, Attempt> plans = new LinkedHashMap<>();
        for (Query query : queries) {
            plans.put(query, attempt(connection, Template.of(query.sql(), SqlSyntax.SQLITE), tables));
        }
        return plans;
    }

    private static Attempt attempt(Connection connection, Template template, Tables tables) {
        try {
            return new Attempt(State.WORKS, "", PlanLines.of(connection, template, tables), List.of());
        } catch (SQLException refusal) {
            return new Attempt(Refusals.state(refusal, template), Refusals.message(refusal), null, List.of());
        }
    }
}
