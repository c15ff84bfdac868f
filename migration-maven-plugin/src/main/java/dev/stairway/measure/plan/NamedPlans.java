package dev.stairway.measure.plan;

import dev.stairway.measure.plan.postgres.PostgresExplainer;
import dev.stairway.measure.plan.sqlite.SqliteExplainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the plans of an application's queries on a database that people use, before and after it is changed. Other than
 * {@link QueryPlans} it executes nothing, and takes statistics and values as they are; so it tells only of what is far worse.
 */
public final class NamedPlans {

    /** Of the planner's cost; growth by less is felt by nobody. */
    private static final double FLOOR = 50;

    private final Explainer explainer;
    private final List<Query> queries;
    private Map<Query, Attempt> before = Map.of();

    private NamedPlans(Explainer explainer, List<Query> queries) {
        this.explainer = explainer;
        this.queries = queries;
    }

    /**
     * Empty where there is no query for this product, or it has no plans to show.
     *
     * @throws dev.stairway.problem.ProblemException when a file holds what is no query
     */
    public static Optional<NamedPlans> of(String product, List<QueryFile> files) {
        Explainer explainer = switch (product) {
            case "postgresql" -> new PostgresExplainer();
            case "sqlite" -> new SqliteExplainer();
            default -> null;
        };
        if (explainer == null) {
            return Optional.empty();
        }
        List<Query> queries = QueryReader.read(files, product);
        return queries.isEmpty() ? Optional.empty() : Optional.of(new NamedPlans(explainer, queries));
    }

    /** Call before anything is changed. @param connection of its own, closed by the caller */
    public void before(Connection connection) throws SQLException {
        before = explainer.plans(connection, queries);
    }

    /**
     * Call when all is done.
     *
     * @param factor by which the planner's cost of a query may grow
     */
    public Replanning after(Connection connection, double factor) throws SQLException {
        Map<Query, Attempt> after = explainer.plans(connection, queries);
        List<String> broken = new ArrayList<>();
        List<String> dearer = new ArrayList<>();
        List<String> unplanned = new ArrayList<>();
        for (Query query : queries) {
            Attempt was = before.get(query);
            Attempt is = after.get(query);
            String name = query.name() + " (" + query.place() + ")";
            if (is.works() && was.works()) {
                worse(was.plan(), is.plan(), factor).ifPresent(what -> dearer.add(name + " " + what));
            } else if (was.works() && !is.unknown()) {
                broken.add(name + " can no longer be planned: " + is.message());
            } else if (!is.works()) {
                unplanned.add(name + " " + unplanned(was, is) + ": " + is.message());
            }
        }
        return new Replanning(queries.size(), broken, dearer, unplanned);
    }

    private static String unplanned(Attempt was, Attempt is) {
        if (is.unknown()) {
            return "was not planned";
        }
        return was.unknown() ? "cannot be planned" : "could not be planned before either";
    }

    private static Optional<String> worse(Plan was, Plan is, double factor) {
        List<String> said = new ArrayList<>();
        Set<String> whole = readWhole(was, is);
        if (!whole.isEmpty()) {
            said.add("reads all of " + String.join(", ", whole) + ", which went by an index before");
        }
        if (was.cost() != null && is.cost() >= was.cost() * factor && is.cost() - was.cost() >= FLOOR) {
            said.add(String.format(
                    Locale.ROOT,
                    "costs more than %s times as much by the planner's estimate: %.0f -> %.0f",
                    factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor),
                    was.cost(),
                    is.cost()));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", said));
    }

    /** Tables that an index led to, and that are read from end to end now. */
    private static Set<String> readWhole(Plan was, Plan is) {
        Set<String> whole = new TreeSet<>();
        for (Access access : is.accesses()) {
            boolean indexed =
                    was.accesses().stream().anyMatch(one -> one.table().equals(access.table()) && !one.sequential());
            if (access.sequential() && indexed && !was.accesses().contains(access)) {
                whole.add(access.table());
            }
        }
        return whole;
    }
}
