package dev.stairway.compare.schema;

import dev.stairway.compare.behaviour.Side;
import dev.stairway.compare.schema.known.KnownDifferences;
import dev.stairway.database.DatabaseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds the schemas of any number of databases against one another. */
public final class SchemaComparison {

    private final List<Outline> outlines;
    private final List<SchemaDifference> differences = new ArrayList<>();

    private SchemaComparison(List<Outline> outlines) {
        this.outlines = outlines;
    }

    /** In the order of tables; none when all are alike. */
    public static List<SchemaDifference> of(List<Seen> seen) {
        SchemaComparison comparison =
                new SchemaComparison(seen.stream().map(Outline::of).toList());
        Set<Item> items = new TreeSet<>();
        comparison.outlines.forEach(outline -> items.addAll(outline.items().keySet()));
        items.forEach(comparison::item);
        return List.copyOf(comparison.differences);
    }

    private void item(Item item) {
        List<Outline> concerned = item.part() == Part.TABLE || item.part() == Part.VIEW
                ? outlines
                : outlines.stream()
                        .filter(outline -> outline.items().containsKey(new Item(item.table(), Part.TABLE, "")))
                        .toList();
        List<Outline> having = concerned.stream()
                .filter(outline -> outline.items().containsKey(item))
                .toList();
        if (having.size() < concerned.size()) {
            aspect(item, Aspect.PRESENCE, sides(concerned, outline -> having.contains(outline) ? "there" : "missing"));
        }
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        having.forEach(outline -> aspects.addAll(outline.items().get(item).keySet()));
        boolean typeTold = false;
        for (Aspect aspect : aspects) {
            // A type that is another one is told once.
            if (aspect != Aspect.ENFORCEMENT || !typeTold) {
                List<Outline> knowing = having.stream()
                        .filter(outline -> outline.items().get(item).containsKey(aspect))
                        .toList();
                boolean told = aspect(item, aspect, sides(knowing, outline -> says(outline, item, aspect, knowing)));
                typeTold |= told && aspect == Aspect.TYPE;
            }
        }
    }

    private static String says(Outline outline, Item item, Aspect aspect, List<Outline> all) {
        String said = outline.items().get(item).get(aspect);
        if (aspect != Aspect.COLUMN_ORDER) {
            return said;
        }
        List<String> shared = new ArrayList<>(columns(said));
        all.forEach(other -> shared.retainAll(columns(other.items().get(item).get(aspect))));
        return String.join(", ", shared);
    }

    private static List<String> columns(String order) {
        return Arrays.asList(order.split(", "));
    }

    /** What one side says; nothing but its text is compared. */
    @FunctionalInterface
    private interface Saying {
        String of(Outline outline);
    }

    private static Map<String, List<Outline>> sides(List<Outline> outlines, Saying saying) {
        Map<String, List<Outline>> sides = new LinkedHashMap<>();
        outlines.forEach(outline -> sides.computeIfAbsent(saying.of(outline), said -> new ArrayList<>())
                .add(outline));
        return sides;
    }

    /** True when it differs. */
    private boolean aspect(Item item, Aspect aspect, Map<String, List<Outline>> sides) {
        if (sides.size() < 2) {
            return false;
        }
        Optional<KnownDifference> known = known(item, aspect, sides);
        List<Side> told = new ArrayList<>();
        sides.forEach((said, outlines) -> told.add(new Side(ids(outlines), said.isEmpty() ? "none" : said)));
        differences.add(new SchemaDifference(
                item,
                aspect,
                told,
                known.map(KnownDifference::id).orElse(""),
                known.map(KnownDifference::why).orElse(""),
                known.map(KnownDifference::explains).orElse(false)));
        return true;
    }

    private static List<DatabaseId> ids(List<Outline> outlines) {
        return outlines.stream().map(outline -> outline.seen().database()).toList();
    }

    /** One that covers every pair of sides that say something else; with several, the first one's words are told. */
    private static Optional<KnownDifference> known(Item item, Aspect aspect, Map<String, List<Outline>> sides) {
        List<View> views = new ArrayList<>();
        sides.forEach((said, outlines) -> outlines.forEach(outline -> views.add(new View(outline.seen(), item, said))));
        KnownDifference first = null;
        for (int i = 0; i < views.size(); i++) {
            for (int j = i + 1; j < views.size(); j++) {
                if (views.get(i).says().equals(views.get(j).says())) {
                    continue;
                }
                Pair pair = new Pair(item, aspect, views.get(i), views.get(j));
                Optional<KnownDifference> covering = KnownDifferences.covering(pair);
                if (covering.isEmpty()) {
                    return Optional.empty();
                }
                boolean graver = first == null || !covering.get().explains() && first.explains();
                first = graver ? covering.get() : first;
            }
        }
        return Optional.ofNullable(first);
    }
}
