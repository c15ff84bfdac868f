package dev.stairway.database.redis;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import java.nio.file.Path;

/** An embedded server that listens to a kill sooner than after the five seconds that servers take unless configured. */
public final class AttentiveRedis {

    private AttentiveRedis() {}

    /** @param millis after which it answers others although a script runs */
    public static DatabaseServer start(String release, Path workDirectory, int millis) {
        // https://redis.io/docs/latest/develop/programmability/#maximum-execution-time, under the name that 6.2 knows
        // too
        return RedisServer.start(() -> ServerPlan.of(TestServers.redisProgram(release), Profile.FAST, workDirectory)
                .withSettings("lua-time-limit " + millis));
    }
}
