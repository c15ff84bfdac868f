package dev.stairway.fault.redis;

import dev.stairway.database.Database;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fault.Injection;

/** A setting of the server, whose usual value is 0. */
final class ConfigInjection implements Injection {

    private final RedisDatabase database;
    private final String setting;
    private final String value;

    ConfigInjection(RedisDatabase database, String setting, String value) {
        this.database = database;
        this.setting = setting;
        this.value = value;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void strike() {
        set(value);
    }

    @Override
    public void giveUp() {
        set("0");
    }

    @Override
    public void close() {
        set("0");
    }

    private void set(String to) {
        try (RedisConnection connection = database.connect()) {
            connection.call("CONFIG", "SET", setting, to);
        }
    }
}
