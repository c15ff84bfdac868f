package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;

/** Values that are another one each time, by what they look like. */
final class Shapes {

    private Shapes() {}

    /** The stored value; of a moment its form alone, of a UUID that it is one. */
    static Stored masked(Subject subject, Stored stored) {
        if (stored.canonical() == null) {
            return stored;
        }
        String text = stored.shown();
        if (subject.base() == Base.UUID) {
            return Stored.of(text.matches("[0-9a-fA-F-]{36}") ? "a UUID" : text);
        }
        if (!subject.base().isTemporal()) {
            return stored;
        }
        // A fixed moment in the past is the default itself; one of this century's years to come is not.
        return recent(text) ? Stored.of(form(text)) : stored;
    }

    private static boolean recent(String text) {
        return text.startsWith(
                Integer.toString(java.time.Year.now(java.time.ZoneOffset.UTC).getValue()));
    }

    private static String form(String text) {
        boolean fraction = text.contains(".");
        boolean zone = text.matches(".*(?:Z|[+-]\\d\\d(?::?\\d\\d)?)");
        String kind = text.length() <= "2024-06-15".length() ? "today" : "the moment";
        return kind + (fraction ? " with fractions of a second" : "") + (zone && text.length() > 10 ? " and zone" : "");
    }
}
