package dev.stairway.fingerprint.generic;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects of a schema while they are being read: two sources may tell attributes of the same object. */
final class Collected {

    /** An object by what it is and how it is called. */
    private record Key(String kind, String name) {}

    private final Map<Key, Map<Key, SortedMap<String, String>>> groups = new LinkedHashMap<>();

    /** An object with others of its own, or none. */
    SortedMap<String, String> owner(String kind, String name) {
        return member(kind, name, kind, name);
    }

    boolean has(String kind, String name) {
        return groups.containsKey(new Key(kind, name));
    }

    /** Attributes of an object of a group, to which more can be put. */
    SortedMap<String, String> member(String ownerKind, String ownerName, String kind, String name) {
        return groups.computeIfAbsent(new Key(ownerKind, ownerName), key -> new LinkedHashMap<>())
                .computeIfAbsent(new Key(kind, name), key -> new TreeMap<>());
    }

    Map<String, SchemaGroup> groups() {
        Map<String, SchemaGroup> made = new HashMap<>();
        groups.forEach((key, members) -> {
            List<SchemaObject> others = new ArrayList<>();
            members.forEach((member, attributes) -> {
                if (!member.equals(key)) {
                    others.add(new SchemaObject(member.kind(), member.name(), attributes));
                }
            });
            SchemaObject owner = new SchemaObject(key.kind(), key.name(), members.getOrDefault(key, new TreeMap<>()));
            SchemaGroup group = Groups.of(owner, others);
            made.put(group.key(), group);
        });
        return made;
    }
}
