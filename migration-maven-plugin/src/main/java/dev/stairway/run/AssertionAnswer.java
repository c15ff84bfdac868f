package dev.stairway.run;

import java.util.List;

/**
 * What the database answered to an {@link Assertion}.
 *
 * @param kind whether it answered at all
 * @param error why it did not; empty when it did
 * @param count rows, as far as they were counted
 * @param rows the first of them, columns named
 * @param first the first value; null for none or NULL
 */
record AssertionAnswer(Kind kind, String error, long count, List<String> rows, String first) {

    /** Whether there is an answer. */
    enum Kind {
        ANSWERED,
        /** A table or column that it asks for is not there. */
        NOT_THERE,
        /** The query is wrong, or takes too long. */
        BROKEN
    }

    AssertionAnswer {
        rows = List.copyOf(rows);
    }

    static AssertionAnswer failed(Kind kind, String error) {
        return new AssertionAnswer(kind, error, 0, List.of(), null);
    }

    boolean answered() {
        return kind == Kind.ANSWERED;
    }

    /** True when the answer is the one that must be; what must not change is right by itself. */
    boolean right(Assertion assertion) {
        return answered()
                && switch (assertion.expects()) {
                    case NO_ROW -> count == 0;
                    case VALUE -> sameValue(assertion.value(), first);
                    case UNCHANGED -> true;
                };
    }

    boolean sameAs(AssertionAnswer other) {
        return count == other.count && rows.equals(other.rows);
    }

    /** 42 is 42.00: how a number is written depends on the database. */
    private static boolean sameValue(String expected, String actual) {
        if (actual == null) {
            return expected.equalsIgnoreCase("null");
        }
        try {
            return new java.math.BigDecimal(expected).compareTo(new java.math.BigDecimal(actual.strip())) == 0;
        } catch (NumberFormatException noNumbers) {
            return expected.equals(actual);
        }
    }
}
