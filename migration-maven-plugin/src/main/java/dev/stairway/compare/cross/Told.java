package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.Side;
import dev.stairway.engine.Migration;
import java.util.List;

/**
 * A difference between databases, as it is told.
 *
 * @param subject what it is about, for people and patterns: {@code customer.name}; a migration's id
 * @param aspect in what it differs; empty where that goes without saying
 * @param what one sentence without full stop
 * @param migration the first one after which it was there; null where none made it
 * @param sides at least two, but one for a migration that fails everywhere
 * @param reasonId of the known reason; empty where there is none
 * @param reason why it is so, or why it is accepted; empty where nobody knows
 * @param details further lines for those who look closer
 */
public record Told(
        Kind kind,
        String subject,
        String aspect,
        String what,
        Migration migration,
        List<Side> sides,
        Status status,
        String reasonId,
        String reason,
        List<String> details) {

    public Told {
        sides = List.copyOf(sides);
        details = List.copyOf(details);
    }

    /** What differs. */
    public enum Kind {
        MIGRATION,
        SCHEMA,
        DATA,
        BEHAVIOUR
    }

    /** What becomes of it. */
    public enum Status {
        /** To be mended, or accepted. */
        OPEN,
        /** A product cannot do otherwise. */
        KNOWN,
        /** The user lives with it. */
        ACCEPTED
    }

    /** What accepts this and nothing else: {@code customer.name default}; a known reason goes by its name. */
    String pattern() {
        boolean whole = aspect.isEmpty() || kind == Kind.BEHAVIOUR && subject.equals(reasonId);
        return whole ? subject : subject + " " + aspect;
    }

    Told accepted(String why) {
        return new Told(kind, subject, aspect, what, migration, sides, Status.ACCEPTED, reasonId, why, details);
    }
}
