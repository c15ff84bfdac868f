package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says of which columns nothing is tried but NULL and keys. */
final class Unprobed {

    private static final int SHOWN = 3;

    private static final Set<Base> FORMS = Set.of(Base.UUID, Base.JSON, Base.ENUM, Base.XML, Base.INET);

    private Unprobed() {}

    static void types(Collection<TableCase> tables, List<String> notProbed) {
        Map<String, List<String>> byType = new TreeMap<>();
        for (TableCase table : tables) {
            table.subjects().stream()
                    .filter(subject -> !probed(subject.base()))
                    .forEach(subject -> byType.computeIfAbsent(subject.typeText(), any -> new ArrayList<>())
                            .add(subject.name()));
        }
        byType.forEach((type, columns) -> notProbed.add(columns.size() + (columns.size() == 1 ? " column" : " columns")
                + " of type " + type + " (" + String.join(", ", columns.subList(0, Math.min(SHOWN, columns.size())))
                + (columns.size() > SHOWN ? ", ..." : "") + "): no values are known to try, only NULL and keys"));
    }

    private static boolean probed(Base base) {
        return base.isNumber()
                || base.isTemporal()
                || base == Base.TEXT
                || base == Base.BOOLEAN
                || base == Base.BOOLEAN_NUMBER
                || FORMS.contains(base);
    }
}
