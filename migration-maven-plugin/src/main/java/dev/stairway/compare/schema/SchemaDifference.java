package dev.stairway.compare.schema;

import dev.stairway.compare.Databases;
import dev.stairway.compare.behaviour.Side;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in which schemas differ.
 *
 * @param sides at least two
 * @param reason why it is so, where that is known; empty otherwise
 * @param reasonId of the known reason; empty where there is none
 * @param explained true when nobody can migrate it away
 */
public record SchemaDifference(
        Item item, Aspect aspect, List<Side> sides, String reasonId, String reason, boolean explained) {

    public SchemaDifference {
        sides = List.copyOf(sides);
    }

    /** One sentence without full stop. */
    public String what() {
        String words = sides.stream()
                .map(side -> side.says() + " on " + Databases.words(side.databases()))
                .collect(Collectors.joining(", "));
        return subject() + ": " + words;
    }

    /** With the aspect, unless that goes without saying. */
    private String subject() {
        return switch (aspect) {
            case PRESENCE, TYPE, NULLABILITY, GENERATION, KIND -> item.subject();
            default -> item.subject() + ", " + aspect.words();
        };
    }

    /** Equal for the same difference, seen again. */
    String key() {
        return item + " " + aspect;
    }
}
