package dev.stairway.benchmark.work;

import dev.stairway.benchmark.KeycloakChangelog;
import dev.stairway.benchmark.Workload;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Counts the work of real changelogs again and again, and says how far the counts differ. */
public final class WorkBenchmark {

    /** So many runs after each other say something already, should the rest be interrupted. */
    private static final int FEW = 5;

    private WorkBenchmark() {}

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws IOException, SQLException {
        WorkSettings settings = WorkSettings.fromSystemProperties();
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> settings.binaries(),
                EmbeddedOptions.defaults().withProfile(Profile.MEASURED));
        boolean small = true;
        for (String product : List.of("postgresql", "sqlite")) {
            try (DatabaseServer server = provider.start(product, product.equals("sqlite") ? "" : "18")) {
                for (Workload changelog : changelogs(settings)) {
                    if (settings.only()
                            .matcher(changelog.name() + "/" + product)
                            .find()) {
                        small &= measure(changelog, server, settings);
                    }
                }
            }
        }
        System.out.println(
                small ? "No gated counter varies more than 0.5 %" : "A gated counter varies more than 0.5 %");
        if (!small && settings.failOnMiss()) {
            System.exit(1);
        }
    }

    private static List<Workload> changelogs(WorkSettings settings) throws IOException {
        return List.of(
                new Workload(
                        "demo",
                        settings.demo().resolve("src/main/resources"),
                        "db/changelog/db.changelog-master.xml",
                        "sample"),
                KeycloakChangelog.write(settings.keycloak(), settings.work().resolve("keycloak")));
    }

    private static boolean measure(Workload changelog, DatabaseServer server, WorkSettings settings)
            throws SQLException {
        CountedPass pass = new CountedPass(new LiquibaseEngine(), changelog, server, settings.rows());
        pass.play();
        Spread spread = new Spread();
        long begun = System.nanoTime();
        long rounds = 0;
        try (BesideLoad load = settings.noise() ? BesideLoad.on(server) : null) {
            for (int run = 0; run < settings.runs(); run++) {
                spread.add(pass.play());
                System.out.print(run % FEW == FEW - 1 ? ".\n" + spread.table() : ".");
            }
            rounds = load == null ? 0 : load.rounds();
        }
        System.out.printf(
                Locale.ROOT,
                "%n%s on %s: %d runs, %d rows per table, %s, %.1f s per run; %d migrations do not run there%n%s",
                changelog.name(),
                server.id().key(),
                settings.runs(),
                settings.rows(),
                settings.noise() ? "load beside (the other database was written " + rounds + " times)" : "alone",
                (System.nanoTime() - begun) / 1e9 / settings.runs(),
                pass.failing(),
                spread.table());
        return spread.small(settings.runs());
    }
}
