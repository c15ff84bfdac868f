package dev.stairway.judge;

import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All mappings that one migration declares, asked for one key. The first that speaks of a key holds. */
public final class KeyMap {

    private final List<KeyMapping> mappings;

    public KeyMap(Migration migration) {
        this.mappings = migration.keyMappings();
    }

    /**
     * Where a key goes, or comes from.
     *
     * @param mapping that says so
     * @param name on the other side
     */
    public record Place(KeyMapping mapping, String name) {}

    public boolean isEmpty() {
        return mappings.isEmpty();
    }

    /** Name after up of a key that is there before it. */
    public Optional<Place> forward(String key) {
        for (KeyMapping mapping : mappings) {
            Optional<String> name = mapping.forward(key);
            if (name.isPresent()) {
                return Optional.of(new Place(mapping, name.get()));
            }
        }
        return Optional.empty();
    }

    /** Name before up of a key that is there after it; empty also where several could have become this one. */
    public Optional<Place> backward(String key) {
        for (KeyMapping mapping : mappings) {
            if (mapping.to().match(key).isPresent()) {
                return mapping.backward(key).map(name -> new Place(mapping, name));
            }
        }
        return Optional.empty();
    }

    public boolean speaksOf(String key) {
        return hasOldFormat(key) || hasNewFormat(key);
    }

    boolean hasNewFormat(String key) {
        return mappings.stream().anyMatch(mapping -> mapping.to().match(key).isPresent());
    }

    public boolean hasOldFormat(String key) {
        return mappings.stream().anyMatch(mapping -> mapping.from().match(key).isPresent());
    }

    /** True when every key of a new format tells which it was before. */
    boolean invertible() {
        return mappings.stream().allMatch(KeyMapping::invertible);
    }

    /** Names that cover the keys of all old formats that get a new one. */
    public Set<String> movedGlobs() {
        Set<String> globs = new TreeSet<>();
        mappings.stream()
                .filter(mapping -> !mapping.from().equals(mapping.to()))
                .forEach(mapping -> globs.add(mapping.from().glob()));
        return globs;
    }
}
