package dev.stairway.compare.behaviour;

import dev.stairway.compare.behaviour.Answers.Gap;
import dev.stairway.database.DatabaseId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells once what differs for the same reason and in the same way, in however many columns. */
final class Grouping {

    private Grouping() {}

    /**
     * What belongs together; values are no part of it, for they differ with the length of each column.
     *
     * @param what kind, tag and column of the probe where no reason is known, which may be a reason each
     * @param camps who does the same as whom, and whether that is accepting
     */
    private record Key(Reason reason, Gap gap, String what, List<String> camps) {}

    static List<BehaviourDifference> of(List<Answers> all) {
        Map<Key, List<Answers>> groups = new LinkedHashMap<>();
        for (Answers answers : all) {
            if (answers.unprepared().isEmpty() && answers.gap() != Gap.NONE) {
                groups.computeIfAbsent(key(answers), any -> new ArrayList<>()).add(answers);
            }
        }
        return groups.entrySet().stream()
                .map(group -> difference(group.getKey(), group.getValue()))
                .toList();
    }

    private static Key key(Answers answers) {
        Reason reason = Reasons.of(answers);
        Probe probe = answers.probe();
        List<String> camps = answers.camps().stream()
                .map(camp -> camp.databases() + " " + camp.told().accepted())
                .sorted()
                .toList();
        String what = probe.kind() + " " + probe.tag() + " " + probe.subject().name();
        return new Key(reason, answers.gap(), reason.known() ? "" : what, camps);
    }

    private static BehaviourDifference difference(Key key, List<Answers> group) {
        Answers first = telling(group);
        Subject subject = first.probe().subject();
        Set<String> columns = new LinkedHashSet<>();
        group.forEach(answers -> columns.add(answers.probe().subject().name()));
        List<Side> sides = first.camps().stream()
                .map(camp -> new Side(camp.databases(), AnswerText.says(first.gap(), camp.told())))
                .toList();
        return new BehaviourDifference(
                first.probe().kind(),
                subject.table(),
                subject.column(),
                AnswerText.sentence(first, columns.size()),
                sides,
                key.reason().text(),
                explained(key.reason(), first),
                List.copyOf(columns),
                examples(group),
                key.reason().id());
    }

    /** What sets versions of one product apart is no trait of that product, unless it is only said in other words. */
    private static boolean explained(Reason reason, Answers answers) {
        boolean words = answers.gap() == Gap.SPELLING || answers.gap() == Gap.REFUSAL;
        List<String> products = answers.camps().stream()
                .flatMap(camp ->
                        camp.databases().stream().map(DatabaseId::product).distinct())
                .toList();
        return reason.explains() && (words || Set.copyOf(products).size() == products.size());
    }

    /** An empty text says least about why. */
    private static Answers telling(List<Answers> group) {
        return group.stream()
                .filter(answers -> answers.probe().kind() != ProbeKind.EMPTY_STRING)
                .findFirst()
                .orElse(group.get(0));
    }

    /** One for each thing that was tried, with the number of columns that it was seen in. */
    private static List<String> examples(List<Answers> group) {
        Map<String, List<Answers>> tried = new LinkedHashMap<>();
        for (Answers answers : group) {
            Probe probe = answers.probe();
            tried.computeIfAbsent(probe.kind() + " " + probe.tag(), any -> new ArrayList<>())
                    .add(answers);
        }
        return tried.values().stream()
                .map(same -> AnswerText.sentence(same.get(0), (int) same.stream()
                        .map(answers -> answers.probe().subject().name())
                        .distinct()
                        .count()))
                .toList();
    }
}
