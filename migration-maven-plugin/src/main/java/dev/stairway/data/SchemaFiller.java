package dev.stairway.data;

import dev.stairway.data.KnownTables.Known;
import dev.stairway.data.model.Store;
import dev.stairway.data.profile.Profile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@link Filler} over any {@link Store}: knows which tables are short of rows and adds what is missing. */
final class SchemaFiller implements Filler {

    private final Store store;
    private final long seed;
    private final SeenValues seen;
    private final KnownTables known;
    private final Map<String, Integer> profiledRows;
    private final TreeMap<String, String> unfilled = new TreeMap<>();
    private Tally tally = new Tally(Map.of(), FillProgress.NONE);
    private boolean planning = true;
    private boolean planned;
    private FillWish lastWish = FillWish.of(-1, Set.of());

    /** @param profile whose numbers of rows go before those that are wished for every table */
    SchemaFiller(Store store, long seed, Profile profile) {
        this.store = store;
        this.seed = seed;
        this.profiledRows = profile.rows();
        seen = new SeenValues(store);
        known = new KnownTables(store, seen, profile);
    }

    @Override
    public void schemaChanged(Collection<String> tables) {
        known.changed(tables);
    }

    @Override
    public void forgetAll() {
        known.forgetAll();
        unfilled.clear();
        store.close();
    }

    @Override
    public FillReport fill(int rows, Set<String> excluded) throws SQLException {
        return fill(FillWish.of(rows, excluded), FillProgress.NONE);
    }

    @Override
    public FillReport fill(FillWish wished, FillProgress progress) throws SQLException {
        FillWish wish = profiled(wished);
        boolean sameWish = wish.equals(lastWish);
        if (known.current() && sameWish) {
            return new FillReport(new TreeMap<>(), new TreeMap<>(unfilled));
        }
        return inTransaction(() -> {
            Set<String> changed = refresh(wish.most());
            Set<String> names = sameWish ? withWaiting(changed) : known.names();
            lastWish = wish;
            Map<String, Integer> missing = new HashMap<>();
            for (String name : names) {
                known.get(name).ifPresent(each -> {
                    int more = missing(each, wish);
                    if (more > 0) {
                        missing.put(name, more);
                    }
                });
            }
            return add(missing, new TableJob.Filling(true, tally(missing, progress)));
        });
    }

    @Override
    public FillReport write(Collection<String> tables, int rows, Set<String> excluded) throws SQLException {
        return inTransaction(() -> {
            known.changed(
                    tables.stream().filter(name -> known.get(name).isEmpty()).toList());
            refresh(Math.max(rows, lastWish.most()));
            Map<String, Integer> missing = new HashMap<>();
            for (String name : tables) {
                known.get(name).filter(each -> !excluded(each, excluded)).ifPresent(each -> missing.put(name, rows));
            }
            // A table that takes no further row is full, not unfilled: the next fill must not report it.
            Map<String, String> before = Map.copyOf(unfilled);
            FillReport all = add(missing, new TableJob.Filling(false, tally(missing, FillProgress.NONE)));
            unfilled.clear();
            unfilled.putAll(before);
            TreeMap<String, String> reasons = new TreeMap<>(all.unfilled());
            reasons.keySet().retainAll(tables);
            return new FillReport(all.inserted(), reasons);
        });
    }

    private FillWish profiled(FillWish wish) {
        if (profiledRows.isEmpty()) {
            return wish;
        }
        Map<String, Integer> rows = new HashMap<>(profiledRows);
        rows.putAll(wish.byTable());
        return new FillWish(wish.rows(), rows, wish.excluded());
    }

    private static int missing(Known each, FillWish wish) {
        String plain = each.table().plainName();
        return wish.excludes(plain) ? 0 : wish.of(each.table().name(), plain) - each.count();
    }

    private static boolean excluded(Known each, Set<String> excluded) {
        return excluded.contains(each.table().plainName().toLowerCase(Locale.ROOT));
    }

    private Set<String> refresh(int rows) throws SQLException {
        Set<String> changed = known.refresh(rows);
        unfilled.keySet().removeAll(changed);
        return changed;
    }

    @Override
    public void release() {
        store.close();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Something done in one transaction. */
    @FunctionalInterface
    private interface Job {
        FillReport run() throws SQLException;
    }

    private FillReport inTransaction(Job job) throws SQLException {
        try {
            store.begin();
            FillReport report = job.run();
            store.commit();
            return report;
        } catch (SQLException failure) {
            boolean full = store.isFull(failure);
            String reason = store.reason(failure);
            takeBack(failure, full);
            if (full) {
                throw NoRoom.problem(tally, reason, failure);
            }
            if (!planning || !planned || store.isLost(failure)) {
                throw failure;
            }
        } catch (RuntimeException failure) {
            takeBack(failure, false);
            throw failure;
        }
        // A parent that was planned did not come: once more, and such tables are reported instead.
        planning = false;
        try {
            return inTransaction(job);
        } finally {
            planning = true;
        }
    }

    /** What went wrong is told, whatever a connection that may be broken says to this. */
    private void takeBack(Exception failure, boolean full) {
        try {
            store.rollback();
            if (full) {
                store.reclaim(tally.tables());
            }
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
        forgetAll();
    }

    /** The tables, and those which could not be filled and might be now because a parent is among the tables. */
    private Set<String> withWaiting(Set<String> changed) {
        Set<String> names = new TreeSet<>(changed);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (String name : unfilled.keySet()) {
                grows |= known.get(name).isPresent()
                        && known.get(name).get().table().foreignKeys().stream()
                                .anyMatch(key -> names.contains(key.parent()))
                        && names.add(name);
            }
        }
        return names;
    }

    private Tally tally(Map<String, Integer> missing, FillProgress progress) {
        tally = new Tally(missing, progress);
        return tally;
    }

    private FillReport add(Map<String, Integer> missing, TableJob.Filling filling) throws SQLException {
        TreeMap<String, Integer> inserted = new TreeMap<>();
        PlannedParents plans = new PlannedParents(store, known, seed, missing, planning);
        LateLinks late = new LateLinks(store, known, seen, seed);
        LevelFill level = new LevelFill(store, seen);
        List<Known> tables = missing.keySet().stream()
                .map(name -> known.get(name).orElseThrow())
                .toList();
        for (List<FillOrder.Turn> turns :
                FillOrder.of(tables.stream().map(Known::table).toList())) {
            List<TableJob> jobs = new ArrayList<>();
            for (FillOrder.Turn turn : turns) {
                String name = turn.table().name();
                jobs.add(new TableJob(
                        turn, known.get(name).orElseThrow(), missing.get(name), seed, known, seen, plans, filling));
            }
            level.fill(jobs).forEach((job, result) -> {
                note(job, result, inserted);
                late.add(job, result);
            });
        }
        late.set();
        planned = plans.made();
        return new FillReport(inserted, new TreeMap<>(unfilled));
    }

    private void note(TableJob job, TableFill.Result result, Map<String, Integer> inserted) {
        String name = job.table().name();
        job.known().grow(job.rows(), result.inserted());
        if (result.inserted() > 0) {
            inserted.put(name, result.inserted());
            seen.forget(name);
        }
        if (result.reason().isEmpty()) {
            unfilled.remove(name);
        } else {
            unfilled.put(name, result.reason());
        }
    }
}
