package dev.stairway.engine.redis;

import dev.stairway.database.Database;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.redisson.Redisson;

/** Scripts, command files and Java classes that change the keys of Redis, in order of their version. */
public final class RedisEngine implements Engine {

    private final RedisLimits limits;

    public RedisEngine() {
        this(RedisLimits.DEFAULT);
    }

    public RedisEngine(RedisLimits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean runsOn(String product) {
        return Set.of("redis", "redis-cluster", "valkey", "valkey-cluster").contains(product);
    }

    /** That of Redisson. */
    @Override
    public String version() {
        String version = Redisson.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    @Override
    public Changelog read(ChangelogSource source) {
        return new Changelog(
                source.location(),
                new ChangelogReader(source).read().stream().map(Unit::migration).toList());
    }

    @Override
    public List<MigrationStatements> statements(ChangelogSource source, String product, String version) {
        return new ChangelogReader(source).read().stream().map(Statements::of).toList();
    }

    @Override
    public EngineRun open(ChangelogSource source, Database database) {
        if (!(database instanceof RedisDatabase redis)) {
            throw ProblemException.setup(
                    "The Redis engine cannot work on " + database.id(), "", "", "Use it with a Redis database.", null);
        }
        List<Unit> units = new ChangelogReader(source).read();
        Client client = Client.open(redis.endpoint(), limits);
        try {
            return opened(source, units, client);
        } catch (ReplyException refused) {
            client.close();
            throw ProblemException.setup(
                    "The Redis engine cannot read its history",
                    redis.endpoint() + " " + Reserved.HISTORY,
                    refused.getMessage(),
                    Advice.of(refused.getMessage()).orElse(Advice.REACH),
                    refused);
        } catch (RuntimeException | Error failed) {
            client.close();
            throw failed;
        }
    }

    private RedisRun opened(ChangelogSource source, List<Unit> units, Client client) {
        History history = new History(client.topology(), Clock.systemUTC());
        history.pending(units);
        StepLock lock = new StepLock(client.redisson(), limits.lockWait());
        StepRunner runner = new StepRunner(client, history, lock, new Steps(client, limits, source));
        return new RedisRun(client, units, history, runner);
    }
}
