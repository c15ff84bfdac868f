package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.measure.ClientLink;
import dev.stairway.measure.Format;
import dev.stairway.measure.LiveClients;
import dev.stairway.measure.LiveMapping;
import dev.stairway.measure.LiveModel;
import dev.stairway.measure.LiveTraffic;
import java.util.List;

/** Clients of a Redis server or cluster. */
public final class RedisClients implements LiveClients {

    private final RedisDatabase database;

    public RedisClients(RedisDatabase database) {
        this.database = database;
    }

    @Override
    public ClientLink connect() {
        return new RedisClientLink(database.link());
    }

    @Override
    public LiveModel plain() {
        return Model.text();
    }

    @Override
    public LiveTraffic traffic(List<LiveMapping> mappings, Format source, int clients) {
        return new RedisTraffic(database, mappings.stream().map(KeyKind::of).toList(), source, clients);
    }
}
