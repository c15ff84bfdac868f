package dev.stairway.benchmark.redis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import dev.stairway.database.redis.RedisDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the five figures of the Redis rooms: after a round that does not count, rounds in which every side has its turn,
 * so that a slow minute of the machine hits all of them.
 */
public final class RedisBenchmark {

    private final RedisSettings settings;

    private RedisBenchmark(RedisSettings settings) {
        this.settings = settings;
    }

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws IOException {
        RedisSettings settings = RedisSettings.fromSystemProperties();
        if (!new RedisBenchmark(settings).run() && settings.failOnMiss()) {
            System.exit(1);
        }
    }

    private boolean run() throws IOException {
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> settings.binaries().resolve(artifact + "-" + version + ".jar"),
                EmbeddedOptions.defaults());
        Map<String, Object> releases = new LinkedHashMap<>();
        StringBuilder tables = new StringBuilder();
        boolean met = true;
        for (String release : settings.releases()) {
            try (DatabaseServer server = provider.start("redis", release)) {
                Series series = release(server);
                Verdicts verdicts = new Verdicts(series);
                met &= verdicts.allMet();
                tables.append(heading(server)).append(verdicts.table());
                releases.put(release, Map.of("targets", verdicts.document(), "values", series.all()));
            }
        }
        write(releases);
        System.out.print(tables);
        System.out.println("Written to " + settings.output());
        return met;
    }

    private String heading(DatabaseServer server) {
        return String.format(
                Locale.ROOT,
                "%nRedis %s, %,d keys, %d rounds, %d processors, load average %.1f%n",
                server.serverVersion(),
                settings.keys(),
                settings.rounds(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private Series release(DatabaseServer server) {
        try (RedisDatabase read = (RedisDatabase) server.fresh("read");
                RedisDatabase migrated = (RedisDatabase) server.fresh("migrated");
                RedisDatabase idle = (RedisDatabase) server.fresh("idle")) {
            LoadTrial.typical(read, settings.keys());
            LoadTrial.toMigrate(migrated, settings.keys());
            try (ReadTrial reading = new ReadTrial(read, settings.keys(), settings.work());
                    MigrationTrial migration = new MigrationTrial(migrated, idle, settings.keys(), settings.work())) {
                round(new Series(), server, reading, migration, 0);
                Series series = new Series();
                for (int round = 1; round <= settings.rounds(); round++) {
                    round(series, server, reading, migration, round);
                }
                return series;
            }
        }
    }

    private void round(Series series, DatabaseServer server, ReadTrial reading, MigrationTrial migration, int round) {
        System.out.printf(
                Locale.ROOT,
                "Redis %s, %s, load average %.1f%n",
                server.serverVersion(),
                round == 0 ? "warm-up" : "round " + round + " of " + settings.rounds(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        LoadTrial.run(series, server, settings.keys());
        reading.run(series, round % 2 == 0);
        migration.run(series, round % 2 == 1);
        series.add("loadAverage", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void write(Map<String, Object> releases) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("formatVersion", "1.0");
        document.put("processors", Runtime.getRuntime().availableProcessors());
        document.put("java", System.getProperty("java.vm.version"));
        document.put("keys", settings.keys());
        document.put("rounds", settings.rounds());
        document.put("releases", releases);
        Files.createDirectories(settings.output().getParent());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(settings.output().toFile(), document);
    }
}
