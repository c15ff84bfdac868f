package dev.stairway.database.redis;

import dev.stairway.database.Profile;
import java.io.IOException;
import java.nio.file.Path;

/** Program of a child JVM: starts two databases, says so with the port of one, and waits for the end of its input. */
final class HoldRedis {

    private HoldRedis() {}

    public static void main(String[] arguments) throws IOException {
        RedisProgram program = RedisProgram.at(Path.of(arguments[0]));
        RedisServer server = RedisServer.start(program, Path.of(arguments[1]), Profile.FAST);
        RedisDatabase one = server.fresh("one");
        RedisDatabase other = server.fresh("other");
        one.newSession().close();
        other.checkpoint();
        System.out.println("READY " + one.endpoint().port());
        System.in.transferTo(System.err);
    }
}
