package dev.stairway.measure.plan.postgres;

import dev.stairway.measure.plan.Attempt.State;
import dev.stairway.measure.plan.Parameter;
import dev.stairway.measure.plan.Template;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Whether the server refuses a query, or what we made up for it. https://www.postgresql.org/docs/current/errcodes-appendix.html */
final class Refusals {

    private static final String NOT_NULL = "23502";
    /** Canceled by the timeout; lock not available; deadlock; serialization. */
    private static final Set<String> UNSURE = Set.of("57014", "55P03", "40P01", "40001");
    /** Data exceptions, broken constraints, and what triggers raise. */
    private static final Set<String> VALUES = Set.of("22", "23", "P0");

    /** Indeterminate data type; ambiguous parameter; ambiguous function or operator. */
    private static final Set<String> TYPES = Set.of("42P18", "42P08", "42725");

    private Refusals() {}

    /** True when a driver, which says the types of its parameters, might get another answer. */
    static boolean typeUnknown(SQLException refusal, Template template) {
        return !template.parameters().isEmpty() && TYPES.contains(String.valueOf(refusal.getSQLState()));
    }

    /** @throws SQLException when the connection failed, not the query */
    static State state(SQLException refusal, Template template) throws SQLException {
        String code = String.valueOf(refusal.getSQLState());
        if (code.startsWith("08") || code.startsWith("57P")) {
            throw refusal;
        }
        if (UNSURE.contains(code) || typeUnknown(refusal, template)) {
            return State.UNKNOWN;
        }
        if (code.equals(NOT_NULL)) {
            return written(refusal, template) ? State.VALUES_REFUSED : State.FAILS;
        }
        return VALUES.contains(code.substring(0, 2)) ? State.VALUES_REFUSED : State.FAILS;
    }

    /** The same of a query that was given no values: then none can be what is refused. */
    static State withoutValues(SQLException refusal, Template template) throws SQLException {
        State state = state(refusal, template);
        return state == State.VALUES_REFUSED ? State.FAILS : state;
    }

    static boolean tookTooLong(SQLException refusal) {
        return UNSURE.contains(String.valueOf(refusal.getSQLState()));
    }

    /** First line. */
    static String message(SQLException refusal) {
        return String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
    }

    /** True when the query itself gives the column a value, which may be a NULL of ours. */
    private static boolean written(SQLException refusal, Template template) {
        ServerErrorMessage said = refusal instanceof PSQLException one ? one.getServerErrorMessage() : null;
        return said != null
                && template.parameters().stream()
                        .filter(Parameter::written)
                        .anyMatch(parameter -> parameter.column().equals(said.getColumn()) || parameter.ordinal() > 0);
    }
}
