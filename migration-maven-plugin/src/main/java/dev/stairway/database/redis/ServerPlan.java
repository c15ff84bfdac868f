package dev.stairway.database.redis;

import dev.stairway.database.Profile;
import dev.stairway.database.process.LoopbackPort;
import java.nio.file.Path;
import java.util.List;

/**
 * How a server is to be started.
 *
 * @param workDirectory where its directory is made
 * @param ports asked again when a port turns out to be taken
 * @param settings further lines of the configuration file
 */
record ServerPlan(
        RedisProgram program,
        Profile profile,
        Path workDirectory,
        LoopbackPort.Chooser ports,
        Passwords passwords,
        List<String> settings) {

    ServerPlan {
        settings = List.copyOf(settings);
    }

    static ServerPlan of(RedisProgram program, Profile profile, Path workDirectory) {
        return new ServerPlan(program, profile, workDirectory, LoopbackPort::free, new Passwords(), List.of());
    }

    ServerPlan withPorts(LoopbackPort.Chooser other) {
        return new ServerPlan(program, profile, workDirectory, other, passwords, settings);
    }

    ServerPlan withSettings(String... more) {
        return new ServerPlan(program, profile, workDirectory, ports, passwords, List.of(more));
    }
}
