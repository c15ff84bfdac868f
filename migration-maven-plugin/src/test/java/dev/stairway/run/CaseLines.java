package dev.stairway.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A state as lines of text in no order, each of which names the schema of the case that it belongs to. */
final class CaseLines implements CaseOracle.State {

    private final Map<String, Integer> lines = new HashMap<>();
    private CaseLines comparedWith;
    private List<String> different;

    /** @param all a line as often as it is there */
    CaseLines(Collection<String> all) {
        all.forEach(line -> lines.merge(line, 1, Integer::sum));
    }

    @Override
    public Set<String> differences(CaseOracle.State later, SqlCase planted) {
        boolean shared = planted.product().equals("postgresql") && !planted.alone();
        return different((CaseLines) later).stream()
                .filter(line -> !shared || line.contains(planted.schema()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All cases are compared between the same two states one after the other. */
    private List<String> different(CaseLines other) {
        if (comparedWith != other) {
            Set<String> all = new HashSet<>(lines.keySet());
            all.addAll(other.lines.keySet());
            all.removeIf(line -> lines.getOrDefault(line, 0).equals(other.lines.getOrDefault(line, 0)));
            different = List.copyOf(all);
            comparedWith = other;
        }
        return different;
    }
}
