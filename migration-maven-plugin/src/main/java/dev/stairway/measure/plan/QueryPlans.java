package dev.stairway.measure.plan;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.plan.QueryFile.Release;
import dev.stairway.measure.plan.postgres.PostgresPlanner;
import dev.stairway.measure.plan.sqlite.SqlitePlanner;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the queries of an application and the indexes through the migrations of a database. Everything that it does there
 * is taken back, but for statistics and positions of sequences.
 *
 * <p>The order of use: {@link #before}, the migration, {@link #after}, for each migration, with its tables filled and no
 * session that has anything open; {@link #head} once at the end, and {@link #indexes} after that.
 */
public final class QueryPlans {

    /** Longest time of one query. */
    private static final int LIMIT_MILLIS = 5_000;

    private final JdbcDatabase database;
    private final Planner planner;
    private final List<Query> queries;
    private final PlanComparison comparison = new PlanComparison();
    private final Releases releases;
    private final IndexHistory indexes = new IndexHistory();
    private Map<Query, Attempt> attempts = Map.of();

    private QueryPlans(JdbcDatabase database, Planner planner, List<Query> queries) {
        this.database = database;
        this.planner = planner;
        this.queries = queries;
        this.releases = new Releases(queries);
    }

    /**
     * Empty where the product has no plans to show.
     *
     * @param files of the application, of one or of two releases; without any, indexes alone are looked at
     * @throws ProblemException when a file holds what is no query
     */
    public static Optional<QueryPlans> on(Database database, List<QueryFile> files) {
        String product = database.id().product();
        Planner planner = switch (product) {
            case "postgresql" -> new PostgresPlanner(LIMIT_MILLIS);
            case "sqlite" -> new SqlitePlanner(LIMIT_MILLIS);
            default -> null;
        };
        return planner == null
                ? Optional.empty()
                : Optional.of(new QueryPlans((JdbcDatabase) database, planner, QueryReader.read(files, product)));
    }

    /**
     * Looks whether all that is in the files can be followed on a product.
     *
     * @throws ProblemException when a file holds what is no query
     */
    public static void check(List<QueryFile> files, String product) {
        QueryReader.read(files, product);
    }

    /** Call before the next migration is applied. When it is not applied after all, call it again before the next one. */
    public void before() {
        with(connection -> {
            indexes.before(planner.indexes(connection));
            attempts = planner.attempts(connection, queries, Map.of());
        });
    }

    /**
     * Call when it is applied and committed.
     *
     * @param migration its id
     * @return queries of the present release that are planned otherwise now, worst first
     */
    public List<QueryChange> after(String migration) {
        Map<Query, Attempt> now = new HashMap<>();
        with(connection -> {
            indexes.after(migration, planner.indexes(connection));
            now.putAll(planner.attempts(connection, queries, values(attempts)));
            now.putAll(secondAttempts(connection, now));
        });
        releases.played(migration, attempts, now);
        List<QueryChange> changes = new ArrayList<>();
        for (Query query : queries) {
            if (query.of(Release.PRESENT)) {
                comparison
                        .compare(
                                migration,
                                query,
                                attempts.get(query).plan(),
                                now.get(query).plan())
                        .ifPresent(changes::add);
            }
        }
        attempts = now;
        changes.sort(Comparator.comparing(QueryChange::kind));
        return changes;
    }

    /** Values that were right before may be refused now though others are not. */
    private Map<Query, Attempt> secondAttempts(Connection connection, Map<Query, Attempt> now) throws SQLException {
        List<Query> again = queries.stream()
                .filter(query -> !attempts.get(query).fails() && !now.get(query).works())
                .toList();
        return again.isEmpty() ? Map.of() : planner.attempts(connection, again, Map.of());
    }

    private static Map<Query, List<String>> values(Map<Query, Attempt> attempts) {
        Map<Query, List<String>> values = new HashMap<>();
        attempts.forEach((query, attempt) -> {
            if (!attempt.values().isEmpty() && attempt.works()) {
                values.put(query, attempt.values());
            }
        });
        return values;
    }

    /**
     * Call once, when the last migration is applied.
     *
     * @return queries that fail in a state of the schema in which an application may send them, worst first
     */
    public List<QueryChange> head() {
        return releases.failures();
    }

    /** Indexes that migrations made and that serve nothing; to be called at head. */
    public List<IndexRemark> indexes() {
        return indexes.remarks(queries, attempts);
    }

    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    private void with(Look look) {
        try (Connection connection = database.connect()) {
            look.at(connection);
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The queries of the application cannot be planned",
                    database.url(),
                    String.valueOf(e.getMessage()),
                    "Check whether a migration stopped the server, or leaves locks behind",
                    e);
        }
    }
}
