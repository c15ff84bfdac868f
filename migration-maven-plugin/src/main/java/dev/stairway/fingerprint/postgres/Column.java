package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.TableHasher;

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

        private static final byte[] ONE = {'1'};
        private static final byte[] ZERO = {'0'};

        /** By the type's output function, which a domain shares with its base type. */
        static Form of(String outputFunction) {
            return switch (outputFunction) {
                case "1243" -> BOOLEAN;
                case "1045" -> PADDED;
                case "31" -> BYTES;
                default -> TEXT;
            };
        }

        /** Hands the canonical bytes of a value that is not NULL to the hasher. */
        void hash(TableHasher hasher, int column, byte[] text, int offset, int length) {
            switch (this) {
                case BOOLEAN -> hasher.value(column, text[offset] == 't' ? ONE : ZERO, 0, 1);
                case BYTES -> hasher.value(column, text, offset + 2, length - 2);
                case PADDED -> hasher.value(column, text, offset, withoutBlanks(text, offset, length));
                case TEXT -> hasher.value(column, text, offset, length);
            }
        }

        /** The blanks of {@code char(n)} are no part of the value, says the manual of the type. */
        private static int withoutBlanks(byte[] text, int offset, int length) {
            int end = offset + length;
            while (end > offset && text[end - 1] == ' ') {
                end--;
            }
            return end - offset;
        }
    }
}
