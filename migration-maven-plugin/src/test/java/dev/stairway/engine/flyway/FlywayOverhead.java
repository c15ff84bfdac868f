package dev.stairway.engine.flyway;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what a step costs with few and with many migrations; run by hand. */
final class FlywayOverhead {

    private FlywayOverhead() {}

    public static void main(String[] none) throws Exception {
        try (DatabaseServer postgres = TestServers.postgres(18);
                DatabaseServer sqlite = TestServers.sqlite()) {
            for (DatabaseServer server : new DatabaseServer[] {postgres, sqlite}) {
                for (int major : new int[] {10, FlywayJars.NEWEST}) {
                    for (int count : new int[] {50, 50, 100, 200, 400}) {
                        measure(server, major, count);
                    }
                }
            }
        }
    }

    private static void measure(DatabaseServer server, int major, int count) throws Exception {
        Path directory = Files.createTempDirectory("flyway-overhead");
        FlywayProject project = FlywayProject.in(directory, major);
        for (int i = 1; i <= count; i++) {
            project.sql("V" + i + "__t", "create table t" + i + " (id int primary key);");
            project.sql("U" + i + "__t", "drop table t" + i + ";");
        }
        long start = System.nanoTime();
        long startCpu = cpu();
        try (FlywayStepper stepper = new FlywayStepper(server, project.source())) {
            long opened = cpu();
            for (Migration migration : stepper.migrations()) {
                stepper.up(migration.id());
                stepper.down(migration.id());
                stepper.up(migration.id());
            }
            System.out.printf(
                    "%s, Flyway %d, %d migrations: open %d ms CPU, a step %.2f ms CPU, all %d ms%n",
                    server.id().product(),
                    major,
                    count,
                    (opened - startCpu) / 1_000_000,
                    (cpu() - opened) / 1e6 / count / 3,
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
