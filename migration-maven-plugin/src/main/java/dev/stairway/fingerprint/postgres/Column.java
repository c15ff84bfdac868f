package dev.stairway.fingerprint.postgres;

/**
 * A column whose values are read.
 *
 * @param form how its text becomes canonical
 */
record Column(String name, Form form) {

    /** Differences between the server's text of a value and the canonical one. */
    enum Form {
        TEXT,
        BOOLEAN,
        PADDED,
        BYTES;

        /** By the type's output function, which a domain shares with its base type. */
        static Form of(String outputFunction) {
            return switch (outputFunction) {
                case "1243" -> BOOLEAN;
                case "1045" -> PADDED;
                case "31" -> BYTES;
                default -> TEXT;
            };
        }
    }
}
