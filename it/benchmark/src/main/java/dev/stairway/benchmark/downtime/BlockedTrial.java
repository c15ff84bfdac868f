package dev.stairway.benchmark.downtime;

import dev.stairway.measure.traffic.TableTraffic;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import dev.stairway.measure.traffic.Traffic;
import dev.stairway.measure.traffic.TrafficOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long a statement keeps readers and writers waiting: by our clients, and by plain ones in the same run. */
record BlockedTrial(Stage stage, DowntimeSettings settings) {

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final double MOST_MILLIS = 25;
    private static final double MOST_SHARE = 0.15;

    /** Figures in milliseconds. */
    Map<String, Double> run(TwelveStatements.Way way) throws SQLException, InterruptedException {
        stage.restore();
        TrafficOptions options = TrafficOptions.defaults().withSlowReader(way.slowReader() ? SLOW : Duration.ZERO);
        Traffic ours = Traffic.on(stage.database(), options).orElseThrow();
        Map<String, Double> figures = new TreeMap<>();
        try (Connection step = stage.database().connect();
                PlainProbe reader = plain("SELECT name FROM item WHERE id = ?");
                PlainProbe writer = plain("UPDATE item SET active = active WHERE id = ?")) {
            ours.start(List.of(TwelveStatements.TABLE));
            reader.begins();
            writer.begins();
            ours.stepBegins();
            long start = System.nanoTime();
            way.play().on(step);
            figures.put("millis", (System.nanoTime() - start) / 1e6);
            List<TableTraffic> met = ours.stop();
            figures.put("read", longest(met, Kind.READ));
            figures.put("write", longest(met, Kind.WRITE));
            figures.put("errors", (double)
                    met.stream().mapToLong(TableTraffic::errors).sum());
            figures.put("plainRead", reader.longest());
            figures.put("plainWrite", writer.longest());
        } finally {
            ours.stop();
        }
        return figures;
    }

    private PlainProbe plain(String sql) throws SQLException {
        return new PlainProbe(stage.database(), sql, settings.rows());
    }

    private static double longest(List<TableTraffic> met, Kind kind) {
        return met.stream()
                .filter(client -> client.kind() == kind)
                .mapToDouble(TableTraffic::longestMillis)
                .max()
                .orElseThrow();
    }

    /** Ours is as long as the plain one, but for 15 % or 25 ms. */
    static boolean met(Map<String, Double> figures) {
        return figures.get("errors") == 0
                && near(figures.get("read"), figures.get("plainRead"))
                && near(figures.get("write"), figures.get("plainWrite"));
    }

    private static boolean near(double ours, double plain) {
        return Math.abs(ours - plain) <= Math.max(MOST_MILLIS, MOST_SHARE * plain);
    }
}
