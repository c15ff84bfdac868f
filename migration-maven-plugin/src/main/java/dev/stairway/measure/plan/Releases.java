package dev.stairway.measure.plan;

import dev.stairway.measure.plan.QueryChange.Kind;
import dev.stairway.measure.plan.QueryFile.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether both releases work with every state of the schema that they may meet: the one before from its own schema up to head,
 * since it still runs while the migrations are applied; the present one at head. Pure.
 *
 * <p>Its own schema is the first state in which as many of the former release's queries work as ever: a changelog is played
 * from its very beginning, and what older migrations broke was mended by younger ones before that release.
 */
final class Releases {

    private final List<Query> queries;
    private final List<String> migrations = new ArrayList<>();
    private final List<Map<Query, Attempt>> before = new ArrayList<>();
    private final List<Map<Query, Attempt>> after = new ArrayList<>();

    Releases(List<Query> queries) {
        this.queries = queries;
    }

    void played(String migration, Map<Query, Attempt> attemptsBefore, Map<Query, Attempt> attemptsAfter) {
        migrations.add(migration);
        before.add(attemptsBefore);
        after.add(attemptsAfter);
    }

    /** Worst first; none before the first migration. */
    List<QueryChange> failures() {
        List<QueryChange> failures = new ArrayList<>();
        if (!migrations.isEmpty()) {
            int first = formerSchema();
            queries.forEach(query -> failures.addAll(failures(query, first)));
        }
        failures.sort(Comparator.comparing(QueryChange::kind));
        return failures;
    }

    private List<QueryChange> failures(Query query, int first) {
        if (neverWorks(query)) {
            return List.of(never(query));
        }
        List<QueryChange> failures = query.of(Release.BEFORE) ? losses(query, first) : present(query, first);
        String why = notTried(query);
        return failures.isEmpty() && !why.isEmpty() ? List.of(undecided(query, why)) : failures;
    }

    /** How many migrations the former release knew. */
    private int formerSchema() {
        int best = 0;
        long most = -1;
        for (int state = 0; state <= migrations.size(); state++) {
            long works = working(state);
            if (works > most) {
                most = works;
                best = state;
            }
        }
        return best;
    }

    private long working(int state) {
        Map<Query, Attempt> attempts =
                state == 0 ? (before.isEmpty() ? Map.of() : before.get(0)) : after.get(state - 1);
        return queries.stream()
                .filter(query -> query.of(Release.BEFORE))
                .filter(query ->
                        attempts.containsKey(query) && !attempts.get(query).fails())
                .count();
    }

    private boolean neverWorks(Query query) {
        return before.stream().allMatch(state -> state.get(query).fails())
                && after.stream().allMatch(state -> state.get(query).fails());
    }

    private List<QueryChange> losses(Query query, int first) {
        List<QueryChange> losses = new ArrayList<>();
        for (int i = first; i < migrations.size(); i++) {
            if (lost(query, i)) {
                losses.add(change(query, i, Kind.FAILS_AFTER, former(query) + " fails after the migration: "));
            }
        }
        if (losses.isEmpty() && query.of(Release.PRESENT)) {
            losses.addAll(atHead(query));
        }
        return losses;
    }

    private static String former(Query query) {
        return query.name() + " of the release before" + (query.of(Release.PRESENT) ? " and of this one" : "");
    }

    /** Values that are refused before and after say nothing; NOT NULL is checked before any key is. */
    private boolean lost(Query query, int migration) {
        Attempt was = before.get(migration).get(query);
        Attempt now = after.get(migration).get(query);
        return now.fails() && (was.works() || was.valuesRefused()) || now.valuesRefused() && was.works();
    }

    private List<QueryChange> present(Query query, int first) {
        List<QueryChange> failures = new ArrayList<>(atHead(query));
        boolean former = queries.stream().anyMatch(other -> other.of(Release.BEFORE));
        for (int i = migrations.size() - 1; former && failures.isEmpty() && i >= first; i--) {
            if (before.get(i).get(query).fails() && !after.get(i).get(query).fails()) {
                failures.add(needs(query, i));
            }
        }
        return failures;
    }

    /** What works somewhere on the way and not at its end was broken by the last migration after which it failed. */
    private List<QueryChange> atHead(Query query) {
        int last = migrations.size() - 1;
        Attempt atHead = after.get(last).get(query);
        if (!atHead.fails() && !atHead.valuesRefused()) {
            return List.of();
        }
        for (int i = last; i >= 0; i--) {
            if (lost(query, i)) {
                return List.of(change(query, i, Kind.FAILS_AFTER, query.name() + " fails after the migration: "));
            }
        }
        return List.of();
    }

    /** What the server said when it could not be tried; empty when it could be. */
    private String notTried(Query query) {
        List<Attempt> attempts = Stream.concat(before.stream(), after.stream())
                .map(state -> state.get(query))
                .toList();
        boolean refused = attempts.stream().noneMatch(Attempt::works)
                && attempts.stream().anyMatch(Attempt::valuesRefused)
                // Rows that others refer to are rightly kept.
                && !query.sql().regionMatches(true, 0, "delete", 0, "delete".length());
        return attempts.stream()
                .filter(attempt -> attempt.unknown() || refused && attempt.valuesRefused())
                .map(Attempt::message)
                .findFirst()
                .orElse("");
    }

    private static QueryChange undecided(Query query, String why) {
        return new QueryChange(
                "",
                query.name(),
                query.place(),
                Kind.NOT_TRIED,
                query.name() + " could not be tried: " + why,
                List.of(),
                List.of(),
                null,
                null);
    }

    private QueryChange change(Query query, int migration, Kind kind, String text) {
        return new QueryChange(
                migrations.get(migration),
                query.name(),
                query.place(),
                kind,
                text + after.get(migration).get(query).message(),
                plan(before.get(migration).get(query)),
                List.of(),
                null,
                null);
    }

    private QueryChange needs(Query query, int migration) {
        return new QueryChange(
                migrations.get(migration),
                query.name(),
                query.place(),
                Kind.FAILS_BEFORE,
                query.name() + " of this release fails before the migration: "
                        + before.get(migration).get(query).message(),
                List.of(),
                plan(after.get(migration).get(query)),
                null,
                null);
    }

    private QueryChange never(Query query) {
        String message = after.get(after.size() - 1).get(query).message();
        String text = query.name() + " works neither before any migration nor after the last one: " + message;
        return new QueryChange(
                "", query.name(), query.place(), Kind.NEVER_WORKS, text, List.of(), List.of(), null, null);
    }

    private static List<String> plan(Attempt attempt) {
        return attempt.plan() == null ? List.of() : attempt.plan().lines();
    }
}
