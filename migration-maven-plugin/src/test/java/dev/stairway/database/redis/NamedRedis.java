package dev.stairway.database.redis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server as a user has it, with a user who may do what the page on Redis asks for and nothing more. */
public final class NamedRedis implements AutoCloseable {

    /** Of the user; to be found nowhere. */
    public static final String PASSWORD = "canary-7f3a91c2";

    /** The logical database that runs are given. */
    public static final int NUMBER = 3;

    private static final String RIGHTS =
            " ~* &* +@all -flushall -config -debug -shutdown -save -bgsave -bgrewriteaof -replicaof -swapdb -acl";

    private final OwnRedis redis;

    private NamedRedis(OwnRedis redis) {
        this.redis = redis;
    }

    public static NamedRedis start(String release, Path directory, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("user walker on >" + PASSWORD + RIGHTS);
        return new NamedRedis(OwnRedis.start(release, directory, all.toArray(String[]::new)));
    }

    int port() {
        return redis.endpoint().port();
    }

    OwnRedis server() {
        return redis;
    }

    /** Marked as disposable. */
    public RedisTarget target() {
        return target(place());
    }

    public String place() {
        return "127.0.0.1:" + port() + "/" + NUMBER;
    }

    RedisTarget target(String disposable) {
        return RedisTarget.of("redis://walker@" + place(), disposable, PASSWORD);
    }

    /** A connection of somebody else; the caller closes it. */
    public RedisConnection other(int number) {
        return RedisConnection.open(redis.endpoint().withNumber(number));
    }

    /** Number of keys in a logical database. */
    public long keys(int number) {
        try (RedisConnection connection = other(number)) {
            return (Long) connection.call("DBSIZE");
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
