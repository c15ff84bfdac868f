package dev.stairway.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What independent looks before and after the way back find of the cases, class by class. */
final class OracleScore {

    private final List<CaseWitness> witnesses;

    OracleScore(List<CaseWitness> witnesses) {
        this.witnesses = witnesses;
    }

    /** The table for people: of each class how many planted cases each look sees, and of the correct ones how many. */
    String markdown(String server) {
        List<CaseWitness> mine = witnesses.stream()
                .filter(witness -> witness.server().equals(server) && !witness.equivalent())
                .toList();
        TreeSet<String> oracles = mine.stream()
                .flatMap(witness -> witness.lookers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<CaseWitness>> classes = mine.stream()
                .collect(Collectors.groupingBy(
                        witness -> witness.planted().group().replace('-', ' '), TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add("| class | cases | " + String.join(" | ", oracles) + " |");
        lines.add("| --- | ---: |" + " ---: |".repeat(oracles.size()));
        classes.forEach((name, cases) -> {
            add(
                    lines,
                    name,
                    oracles,
                    cases.stream().filter(w -> !w.planted().correct()).toList());
            add(
                    lines,
                    name + ", false alarms",
                    oracles,
                    cases.stream().filter(w -> w.planted().correct()).toList());
        });
        add(
                lines,
                "**planted**",
                oracles,
                mine.stream().filter(w -> !w.planted().correct()).toList());
        add(
                lines,
                "**correct: false alarms**",
                oracles,
                mine.stream().filter(w -> w.planted().correct()).toList());
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, String name, TreeSet<String> oracles, List<CaseWitness> cases) {
        if (!cases.isEmpty()) {
            String figures = oracles.stream()
                    .map(oracle -> cases.stream()
                                    .filter(w -> w.restoredOtherwise(oracle))
                                    .count() + "")
                    .collect(Collectors.joining(" | "));
            lines.add("| " + name + " | " + cases.size() + " | " + figures + " |");
        }
    }

    /** Planted cases that are no defects, then the correct ones that a look takes for defects, and why. */
    private String byName(String server) {
        List<String> lines = new ArrayList<>();
        witnesses.stream().filter(witness -> witness.server().equals(server)).forEach(witness -> {
            if (witness.equivalent()) {
                lines.add("no defect: " + witness.planted());
            }
            for (String oracle : witness.planted().correct() ? witness.lookers() : Set.<String>of()) {
                if (witness.restoredOtherwise(oracle)) {
                    lines.add(oracle + " alarms: " + witness.planted() + " " + witness.lines(oracle));
                }
            }
        });
        return String.join("\n", lines) + "\n";
    }

    @Override
    public String toString() {
        return witnesses.stream()
                .map(CaseWitness::server)
                .distinct()
                .map(server -> server + "\n" + markdown(server) + "\n" + byName(server))
                .collect(Collectors.joining("\n"));
    }
}
