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

    private Facts owner;
    private Facts sequence;
    private final List<Facts> columns = new ArrayList<>();
    private final List<Facts> constraints = new ArrayList<>();
    private final List<Facts> indexes = new ArrayList<>();
    private final List<Facts> others = new ArrayList<>();

    void add(Facts facts) {
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
                owner.get("#size") == null ? 0 : Long.parseLong(owner.get("#size")));
    }

    private SchemaObject ownerObject() {
        return sequence == null
                ? owner.object()
                : owner.object(owner.kind(), sequence.object().attributes());
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
                .forEach(index -> candidates.add(TextArray.parse(index.get("#unique columns"))));
        return candidates.stream()
                .map(numbers -> numbers.stream()
                        .map(n -> numbered.get(Integer.valueOf(n)))
                        .toList())
                .filter(this::neverNull)
                .findFirst()
                .orElse(List.of());
    }

    private boolean neverNull(List<String> names) {
        return names.stream()
                .allMatch(name -> columns.stream()
                        .anyMatch(column -> column.get("#name").equals(name) && column.get("not null") != null));
    }
}
