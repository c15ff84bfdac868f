package dev.stairway.engine.redis;

import dev.stairway.database.Session;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.Applied;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Interleaving;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.problem.ProblemException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One Redis changelog opened on one database. */
final class RedisRun implements EngineRun {

    private final Client client;
    private final List<Unit> units;
    private final Map<String, Unit> byId = new HashMap<>();
    private final History history;
    private final StepRunner runner;

    RedisRun(Client client, List<Unit> units, History history, StepRunner runner) {
        this.client = client;
        this.units = units;
        this.history = history;
        this.runner = runner;
        units.forEach(unit -> byId.put(unit.migration().id(), unit));
    }

    @Override
    public List<Migration> migrations() {
        return units.stream().map(Unit::migration).toList();
    }

    @Override
    public StepOutcome up(Migration migration, Session session) {
        return runner.up(unit(migration), (RedisSession) session);
    }

    @Override
    public StepOutcome down(Migration migration, Session session) {
        return runner.down(unit(migration), (RedisSession) session);
    }

    @Override
    public boolean mayRepeat(Migration migration) {
        return unit(migration).batched();
    }

    @Override
    public StepOutcome repeatUp(Migration migration, Session session) {
        return runner.repeat(unit(migration), Direction.UP, (RedisSession) session);
    }

    @Override
    public StepOutcome repeatDown(Migration migration, Session session) {
        return runner.repeat(unit(migration), Direction.DOWN, (RedisSession) session);
    }

    @Override
    public void interleave(Interleaving interleaving) {
        client.interleave(interleaving);
    }

    @Override
    public void markRan(Migration migration, Session session) {
        Unit unit = unit(migration);
        told(() -> {
            history.write(history.begin(unit).with(Entry.State.APPLIED));
            return null;
        });
    }

    @Override
    public List<Migration> pending(Session session) {
        return told(() -> history.pending(units)).stream().map(Unit::migration).toList();
    }

    @Override
    public List<Applied> history(Session session) {
        Map<String, String> ids = new HashMap<>();
        units.forEach(unit -> ids.put(unit.key(), unit.migration().id()));
        return told(() -> history.read().values().stream()
                .filter(entry -> entry.state() == Entry.State.APPLIED)
                .sorted(Comparator.comparingLong(Entry::order))
                .map(entry -> new Applied(
                        ids.getOrDefault(entry.version(), entry.version()),
                        entry.startedAt(),
                        ids.containsKey(entry.version())))
                .toList());
    }

    /** Prefixes of keys, where other engines have names of tables. */
    @Override
    public Set<String> bookkeepingTables() {
        return Reserved.PREFIXES;
    }

    @Override
    public void close() {
        client.close();
    }

    private Unit unit(Migration migration) {
        Unit unit = byId.get(migration.id());
        if (unit == null) {
            throw new IllegalArgumentException("not in this changelog: " + migration.id());
        }
        return unit;
    }

    private <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (ReplyException failed) {
            throw ProblemException.setup(
                    "The Redis engine cannot use its history",
                    client.endpoint() + " " + Reserved.HISTORY,
                    failed.getMessage(),
                    Advice.of(failed.getMessage()).orElse(Advice.REACH),
                    failed);
        }
    }
}
