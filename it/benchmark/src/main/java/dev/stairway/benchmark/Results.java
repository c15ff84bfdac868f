package dev.stairway.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The results as JSON for machines and as a table for people. */
final class Results {

    private static final String ROW = "%-78s %9s %9s  %-20s %s%n";

    private final Settings settings;
    private final List<Trial> trials;
    private final Figures figures;
    private final List<Target> targets;

    Results(Settings settings, List<Trial> trials, Figures figures, List<Target> targets) {
        this.settings = settings;
        this.trials = trials;
        this.figures = figures;
        this.targets = targets;
    }

    void write(Path file, String serverVersion) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("formatVersion", "1.0");
        document.put("finishedAt", Instant.now().toString());
        document.put("environment", environment(serverVersion));
        document.put("repetitions", settings.repetitions());
        document.put("trials", trials.stream().map(this::trial).toList());
        document.put("targets", targets.stream().map(Results::target).toList());
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), document);
    }

    private Map<String, Object> environment(String serverVersion) {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("processors", Runtime.getRuntime().availableProcessors());
        environment.put("operatingSystem", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        environment.put("java", System.getProperty("java.vm.version"));
        environment.put("postgresql", serverVersion);
        environment.put("liquibase", settings.liquibaseVersion());
        environment.put("plugin", settings.version());
        return environment;
    }

    private Map<String, Object> trial(Trial trial) {
        Map<String, Object> medians = new TreeMap<>();
        figures.of(trial.name()).keySet().forEach(name -> medians.put(name, figures.median(trial.name(), name)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", trial.name());
        entry.put("what", trial.what());
        entry.put("medians", medians);
        entry.put("values", figures.of(trial.name()));
        return entry;
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", target.title());
        entry.put("value", target.value());
        entry.put("limit", target.limit());
        entry.put("unit", target.unit());
        entry.put("binding", target.binding());
        entry.put("met", target.met());
        return entry;
    }

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%n" + ROW, "target", "measured", "limit", "medians", ""));
        for (Target target : targets) {
            lines.add(String.format(
                    Locale.ROOT,
                    ROW,
                    target.title(),
                    number(target.value(), target.unit()),
                    number(target.limit(), target.unit()),
                    target.evidence(),
                    target.verdict()));
        }
        return String.join("", lines);
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, "%.2f %s", value, unit);
    }
}
