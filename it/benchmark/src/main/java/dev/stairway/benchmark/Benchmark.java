package dev.stairway.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs every trial in turn, round by round, so that a machine that changes its speed changes it for all. */
final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.fromSystemProperties();
        Map<String, Map<String, List<Double>>> samples = new LinkedHashMap<>();
        try (Server server = new Server(settings)) {
            List<Trial> trials = trials(settings, server);
            for (int round = 0; round <= settings.repetitions(); round++) {
                for (Trial trial : trials) {
                    Map<String, Double> figures = trial.run(round);
                    System.out.printf("round %d  %-38s %s%n", round, trial.name(), new TreeMap<>(figures));
                    if (round > 0) {
                        add(samples.computeIfAbsent(trial.name(), n -> new TreeMap<>()), figures);
                    }
                }
            }
        }
        List<Target> targets = Target.all(new Medians(samples), settings.sizes());
        targets.forEach(target -> System.out.println(target.line()));
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(settings.output().toFile(), Map.of("samples", samples, "targets", targets));
        System.out.println("Written to " + settings.output());
        if (settings.failOnMiss() && targets.stream().anyMatch(target -> !target.met())) {
            System.exit(1);
        }
    }

    private static List<Trial> trials(Settings settings, Server server) throws Exception {
        Maven maven = new Maven(settings);
        List<Trial> trials = new ArrayList<>();
        Workload keycloak = KeycloakChangelog.write(settings.work().resolve("keycloak"));
        trials.add(new PeerTrial(settings, server, maven, keycloak, "update"));
        trials.add(new WalkTrial(settings, maven, keycloak));
        for (int size : settings.sizes()) {
            Workload trivial = TrivialChangelog.write(settings.work().resolve("trivial-" + size), size);
            trials.add(new PeerTrial(settings, server, maven, trivial, "updateTestingRollback"));
            trials.add(new BareTrial(settings, server, size));
            trials.add(new WalkTrial(settings, maven, trivial));
        }
        trials.add(new DemoTrial(settings, maven));
        trials.removeIf(trial -> !settings.only().matcher(trial.name()).find());
        return trials;
    }

    private static void add(Map<String, List<Double>> all, Map<String, Double> figures) {
        figures.forEach((name, value) ->
                all.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }
}
