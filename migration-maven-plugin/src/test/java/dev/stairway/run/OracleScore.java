package dev.stairway.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What independent looks before and after the way back find of the cases, class by class. */
final class OracleScore {

    private final List<CaseWitness> witnesses;

    OracleScore(List<CaseWitness> witnesses) {
        this.witnesses = witnesses;
    }

    /** Planted cases that nothing shows to be defects. */
    List<String> equivalent() {
        return witnesses.stream()
                .filter(witness -> !witness.planted().correct() && !witness.any())
                .map(witness -> witness.planted().product() + " " + witness.planted())
                .toList();
    }

    /** The table for people: of each class how many planted cases each look sees, and of the correct ones how many. */
    String markdown(String product) {
        List<CaseWitness> mine = witnesses.stream()
                .filter(witness -> witness.planted().product().equals(product))
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

    @Override
    public String toString() {
        return "PostgreSQL\n" + markdown("postgresql") + "\nSQLite\n" + markdown("sqlite") + "\nequivalent: "
                + equivalent() + "\n";
    }
}
