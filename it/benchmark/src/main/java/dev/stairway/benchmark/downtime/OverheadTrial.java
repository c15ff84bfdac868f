package dev.stairway.benchmark.downtime;

import dev.stairway.measure.traffic.Traffic;
import dev.stairway.measure.traffic.TrafficOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the clients cost the statement beside which they work: it is played with and without them in turn. */
record OverheadTrial(Stage stage) {

    /** Those that take long enough for five percent of them to be seen. */
    static final Set<String> PLAYED = Set.of(
            "ADD COLUMN volatile default",
            "ALTER TYPE int to bigint",
            "CREATE INDEX",
            "CREATE INDEX CONCURRENTLY",
            "UPDATE of all rows");

    static final double MOST = 1.05;

    Map<String, Double> run(TwelveStatements.Way way, int round) throws SQLException {
        Map<String, Double> figures = new TreeMap<>();
        boolean withFirst = round % 2 == 1;
        play(way, withFirst, figures);
        play(way, !withFirst, figures);
        return figures;
    }

    private void play(TwelveStatements.Way way, boolean with, Map<String, Double> figures) throws SQLException {
        stage.restore();
        Optional<Traffic> traffic = with ? Traffic.on(stage.database(), TrafficOptions.defaults()) : Optional.empty();
        try (Connection step = stage.database().connect();
                ProbeCpu cpu = new ProbeCpu(stage.database())) {
            long own = cpu.of(step);
            traffic.ifPresent(clients -> {
                clients.start(List.of(TwelveStatements.TABLE));
                clients.stepBegins();
            });
            cpu.begins();
            long start = System.nanoTime();
            way.play().on(step);
            figures.put(with ? "withMillis" : "withoutMillis", (System.nanoTime() - start) / 1e6);
            figures.put(with ? "withCpuMillis" : "withoutCpuMillis", (cpu.of(step) - own) / 1e6);
            if (with) {
                figures.put("clientsCpuMillis", cpu.spent() / 1e6);
            }
        } finally {
            traffic.ifPresent(Traffic::stop);
        }
    }
}
