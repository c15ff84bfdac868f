package dev.stairway.run;

import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.judge.KeyMap;
import dev.stairway.measure.ClientLink;
import dev.stairway.measure.FreshIds;
import dev.stairway.measure.LiveMapping;
import dev.stairway.measure.LiveMapping.Names;
import dev.stairway.measure.LiveModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The kinds of keys that clients are to work on: for each declared mapping one of each type that is there. They are read in
 * two states, before the migration and after it.
 */
final class LiveKinds {

    /** A mapping with more types than that is no more told by more of them. */
    private static final int MOST = 6;

    private record Kind(KeyMapping mapping, String old, String fresh, Map<String, String> parts) {

        LongFunction<Names> names() {
            return number -> {
                Map<String, String> others = new HashMap<>();
                parts.forEach((part, value) -> others.put(part, FreshIds.like(value, number)));
                return new Names(mapping.from().fill(others), mapping.to().fill(others));
            };
        }
    }

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Optional<LiveModel>> fresh = new HashMap<>();
    private final Map<String, Optional<LiveModel>> old = new HashMap<>();

    /** @param plain what clients write where there is no key to follow */
    static LiveKinds of(Migration migration, KeySnapshot before, KeySnapshot after, LiveModel plain) {
        LiveKinds all = new LiveKinds();
        KeyMap map = new KeyMap(migration);
        Map<KeyMapping, Set<String>> seen = new HashMap<>();
        before.keys()
                .forEach((key, found) -> map.forward(key)
                        .filter(place -> after.keys().containsKey(place.name()))
                        .ifPresent(place -> {
                            Set<String> types = seen.computeIfAbsent(place.mapping(), mapping -> new HashSet<>());
                            if (types.size() < MOST && types.add(found.type())) {
                                all.add(place.mapping(), key, place.name());
                            }
                        }));
        migration.keyMappings().stream()
                .filter(mapping -> mapping.valueUnchanged() && !seen.containsKey(mapping))
                .forEach(mapping -> all.add(mapping, plain));
        return all;
    }

    private void add(KeyMapping mapping, String key, String name) {
        kinds.add(new Kind(mapping, key, name, mapping.from().match(key).orElseThrow()));
    }

    /** No key is there to follow: clients write plain ones. */
    private void add(KeyMapping mapping, LiveModel plain) {
        Map<String, String> parts = new HashMap<>();
        mapping.from().parts().forEach(part -> parts.put(part, "1"));
        String key = mapping.from().fill(parts);
        String name = mapping.to().fill(parts);
        kinds.add(new Kind(mapping, key, name, parts));
        old.put(key, Optional.of(plain));
        fresh.put(name, Optional.of(plain));
    }

    void learnNew(ClientLink link) {
        kinds.forEach(kind -> fresh.computeIfAbsent(kind.fresh(), link::learn));
    }

    void learnOld(ClientLink link) {
        kinds.forEach(kind -> old.computeIfAbsent(kind.old(), link::learn));
    }

    /** Those that clients can write in both formats. */
    List<LiveMapping> mappings() {
        return kinds.stream()
                .filter(kind -> old.get(kind.old()).isPresent()
                        && fresh.get(kind.fresh()).isPresent())
                .map(kind -> new LiveMapping(
                        kind.names(),
                        old.get(kind.old()).get(),
                        fresh.get(kind.fresh()).get(),
                        kind.mapping().valueUnchanged(),
                        true,
                        kind.mapping().ttlUnchanged()))
                .toList();
    }
}
