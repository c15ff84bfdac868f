package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the rows about one relation together. */
final class RelationBuilder {

    private static final String INDEX_OF_CONSTRAINT = "index of constraint";

    private final Map<String, Facts> byName = new HashMap<>();
    private boolean rare;
    private Facts owner;
    private Facts sequence;
    private final List<Facts> columns = new ArrayList<>();
    private final List<Facts> constraints = new ArrayList<>();
    private final List<Facts> indexes = new ArrayList<>();
    private final List<Facts> others = new ArrayList<>();

    void add(Facts facts) {
        if (facts.get("#more") != null) {
            byName.get(facts.kind() + ' ' + facts.name()).add(facts);
            return;
        }
        rare |= facts.get("#rare") != null;
        byName.putIfAbsent(facts.kind() + ' ' + facts.name(), facts);
        if (facts.get("#relkind") != null) {
            owner = facts;
        } else if (facts.kind().equals("sequence")) {
            sequence = facts;
        } else if (facts.kind().equals("column")) {
            columns.add(facts);
        } else if (facts.get("#type") != null) {
            constraints.add(facts);
        } else if (facts.kind().startsWith("index")) {
            indexes.add(facts);
        } else {
            others.add(facts);
        }
    }

    /** True when something is there that takes the second, longer query. */
    boolean isRare() {
        return rare;
    }

    Relation build() {
        SortedMap<Integer, String> numbered = new TreeMap<>();
        columns.forEach(column -> numbered.put(Integer.valueOf(column.get("#number")), column.get("#name")));
        char kind = owner.get("#relkind").charAt(0);
        return new Relation(
                Groups.of(ownerObject(), objects()),
                kind,
                owner.name(),
                numbered,
                kind == 'r' || kind == 'm' ? rowColumns() : List.of(),
                key(numbered),
                number("#size"),
                number("#file"));
    }

    private long number(String name) {
        return owner.get(name) == null ? 0 : Long.parseLong(owner.get(name));
    }

    private SchemaObject ownerObject() {
        return sequence == null
                ? owner.object(owner.kind(), columnOrder())
                : owner.object(owner.kind(), sequence.object().attributes());
    }

    private Map<String, String> columnOrder() {
        Map<Integer, String> order = new TreeMap<>();
        String prefix = owner.name() + ".";
        columns.forEach(column ->
                order.put(Integer.valueOf(column.get("#number")), column.name().substring(prefix.length())));
        return Map.of(SchemaObject.COLUMN_ORDER, String.join(", ", order.values()));
    }

    private List<SchemaObject> objects() {
        List<SchemaObject> objects = new ArrayList<>();
        columns.forEach(column -> objects.add(column.object()));
        others.forEach(other -> objects.add(other.object()));
        Map<String, SortedMap<String, String>> ofConstraints = new HashMap<>();
        for (Facts index : indexes) {
            if (index.kind().equals(INDEX_OF_CONSTRAINT)) {
                ofConstraints.put(index.name(), indexAttributes(index));
            } else {
                objects.add(index.object());
            }
        }
        constraints.forEach(constraint -> objects.add(
                constraint.object(constraint.kind(), ofConstraints.getOrDefault(constraint.name(), new TreeMap<>()))));
        return objects;
    }

    /** The constraint's definition says the rest, and an index of its own would double every line of a difference. */
    private static SortedMap<String, String> indexAttributes(Facts index) {
        SortedMap<String, String> attributes = new TreeMap<>();
        index.object().attributes().forEach((name, value) -> attributes.put("index " + name, value));
        attributes.remove("index immediate");
        return attributes;
    }

    private List<Column> rowColumns() {
        return columns.stream()
                .map(column -> new Column(column.get("#name"), Column.Form.of(column.get("#output"))))
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    private List<String> key(SortedMap<Integer, String> numbered) {
        List<List<String>> candidates = new ArrayList<>();
        for (Facts constraint : constraints) {
            if (constraint.kind().equals("primary key")) {
                candidates.add(TextArray.parse(constraint.get("#columns")));
            }
        }
        indexes.stream()
                .filter(index -> index.get("#unique columns") != null)
                .sorted(Comparator.comparing(Facts::name))
                .forEach(index -> candidates.add(keyColumns(index)));
        return candidates.stream()
                .map(numbers -> numbers.stream()
                        .map(n -> numbered.get(Integer.valueOf(n)))
                        .toList())
                .filter(this::neverNull)
                .findFirst()
                .orElse(List.of());
    }

    /** An index may carry further columns that are not in its key. */
    private static List<String> keyColumns(Facts index) {
        return List.of(index.get("#unique columns").split(" ")).subList(0, Integer.parseInt(index.get("#key count")));
    }

    private boolean neverNull(List<String> names) {
        return names.stream()
                .allMatch(name -> columns.stream()
                        .anyMatch(column -> column.get("#name").equals(name) && column.get("not null") != null));
    }
}
