package dev.stairway.suite;

import dev.stairway.database.Profile;
import dev.stairway.database.container.ContainerOptions;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.ExternalProvider;
import java.nio.file.Path;
import java.util.List;

/**
 * Where servers come from.
 *
 * @param cacheDirectory of server binaries
 * @param workDirectory of running databases
 * @param redis program and bounds
 * @param containers images, and whether they may be fetched
 * @param profile how servers are tuned that come along
 * @param external databases that the user named, with what is needed to sign in to them
 */
public record ServerOptions(
        Path cacheDirectory,
        Path workDirectory,
        RedisOptions redis,
        ContainerOptions containers,
        Profile profile,
        List<ExternalTarget> external) {

    /** Of Linux, where walks keep their files when there is room. */
    private static final Path MEMORY = Path.of("/dev/shm");

    public ServerOptions {
        external = List.copyOf(external);
    }

    /** Of servers that are tuned for verdicts. */
    public ServerOptions(
            Path cacheDirectory,
            Path workDirectory,
            RedisOptions redis,
            ContainerOptions containers,
            List<ExternalTarget> external) {
        this(cacheDirectory, workDirectory, redis, containers, Profile.FAST, external);
    }

    /** The same for servers that are measured: what is committed shall reach a disk there, as in production. */
    public ServerOptions measuring() {
        return onDisk(Profile.MEASURED);
    }

    /** The same for servers whose backups are tried: any moment can be gone back to, and restores are read from a disk. */
    public ServerOptions archiving() {
        return onDisk(Profile.ARCHIVING);
    }

    private ServerOptions onDisk(Profile other) {
        Path disk = workDirectory.startsWith(MEMORY) ? cacheDirectory.resolve("run") : workDirectory;
        return new ServerOptions(cacheDirectory, disk, redis, containers, other, external);
    }

    /** The same with other words about Redis. */
    public ServerOptions with(RedisOptions others) {
        return new ServerOptions(cacheDirectory, workDirectory, others, containers, profile, external);
    }

    /** The same with databases that the user named. */
    public ServerOptions with(List<ExternalTarget> named) {
        return new ServerOptions(cacheDirectory, workDirectory, redis, containers, profile, named);
    }

    /**
     * Every way there is; nothing is started before a database is asked for.
     *
     * @param project class loader of the project's test class path, over that of the plugin, with the drivers of both
     */
    public DatabaseProviders providers(BinaryResolver resolver, ClassLoader project) {
        EmbeddedOptions embedded =
                new EmbeddedOptions(cacheDirectory, workDirectory, profile, project, redis.program());
        return DatabaseProviders.all(resolver, embedded, redis.target(), containers)
                .with("external", new ExternalProvider(external, redis.target(), embedded.drivers()));
    }
}
