package dev.stairway.measure.plan.postgres;

import dev.stairway.measure.plan.Parameter;
import dev.stairway.measure.plan.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A query that the server has parsed.
 *
 * @param name by which it knows it
 * @param types of the parameters, as it inferred them
 */
record Prepared(String name, List<String> types) {

    static Prepared of(Statement statement, String name, Template template, Facts facts) throws SQLException {
        try {
            statement.execute("PREPARE " + name + " AS " + template.sql());
        } catch (SQLException refusal) {
            if (!Refusals.typeUnknown(refusal, template)) {
                throw refusal;
            }
            typed(statement, name, template, facts, refusal);
        }
        try (ResultSet types = statement.executeQuery(
                "SELECT parameter_types::text[] FROM pg_prepared_statements WHERE name = '" + name + "'")) {
            types.next();
            return new Prepared(name, Arrays.asList((String[]) types.getArray(1).getArray()));
        }
    }

    /** The server sees no type in {@code :state IS NULL OR state = :state}, where a driver would say one. */
    private static void typed(Statement statement, String name, Template template, Facts facts, SQLException refusal)
            throws SQLException {
        try {
            statement.execute("PREPARE " + name + types(template, facts) + " AS " + template.sql());
        } catch (SQLException alsoWrong) {
            refusal.addSuppressed(alsoWrong);
            throw refusal;
        }
    }

    private static String types(Template template, Facts facts) throws SQLException {
        List<String> types = new ArrayList<>();
        for (Parameter parameter : template.parameters()) {
            types.add(facts.column(template, parameter).map(Facts.Column::type).orElse("text"));
        }
        return " (" + String.join(", ", types) + ")";
    }

    /** The tables that its generic plan reads, quoted where necessary. */
    Set<String> tables(Statement statement) throws SQLException {
        List<String> nothing = new ArrayList<>(Collections.nCopies(types.size(), null));
        try (ResultSet json = statement.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) " + execute(nothing))) {
            json.next();
            return JsonPlan.tables(json.getString(1));
        }
    }

    /** @param values in the order of the parameters; a null is one */
    String execute(List<String> values) {
        if (types.isEmpty()) {
            return "EXECUTE " + name;
        }
        List<String> literals = new ArrayList<>();
        for (String value : values) {
            literals.add(value == null ? "NULL" : literal(value));
        }
        return "EXECUTE " + name + "(" + String.join(", ", literals) + ")";
    }

    private static String literal(String value) {
        return "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
