package dev.stairway.database.redis;

import dev.stairway.database.Profile;
import java.io.IOException;
import java.nio.file.Path;

/** Program of a child JVM: starts a cluster, says so with the port of one node, and waits for the end of its input. */
final class HoldCluster {

    private HoldCluster() {}

    public static void main(String[] arguments) throws IOException {
        RedisProgram program = RedisProgram.at(Path.of(arguments[0]));
        RedisClusterServer server = RedisClusterServer.start(program, Path.of(arguments[1]), Profile.FAST);
        RedisDatabase one = server.fresh("one");
        one.newSession().close();
        System.out.println("READY " + one.nodes().get(2).port());
        System.in.transferTo(System.err);
    }
}
