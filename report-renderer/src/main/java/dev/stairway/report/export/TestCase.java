package dev.stairway.report.export;

import java.util.List;

/**
 * One check of one migration as a build server sees it.
 *
 * @param seconds time it took
 * @param outcome null when it passed
 * @param output lines worth reading though it passed
 */
record TestCase(String name, double seconds, Result outcome, List<String> output) {

    enum Kind {
        FAILURE("failure"),
        SKIPPED("skipped");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }

    /**
     * @param type rule id or verdict
     * @param message one line
     * @param text evidence and remedy
     */
    record Result(Kind kind, String type, String message, String text) {}

    static TestCase passed(String name, double seconds, List<String> output) {
        return new TestCase(name, seconds, null, output);
    }

    static TestCase failed(String name, double seconds, String type, String message, String text) {
        return new TestCase(name, seconds, new Result(Kind.FAILURE, type, message, text), List.of());
    }

    static TestCase skipped(String name, String message) {
        return new TestCase(name, 0, new Result(Kind.SKIPPED, "", message, ""), List.of());
    }

    boolean is(Kind kind) {
        return outcome != null && outcome.kind() == kind;
    }
}
