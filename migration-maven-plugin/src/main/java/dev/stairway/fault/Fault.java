package dev.stairway.fault;

import java.util.Locale;

/** What goes wrong while a migration is applied. */
public enum Fault {
    REQUEST_LOST("the connection is reset before the server gets a statement"),
    ANSWER_LOST("the connection is reset after the server has executed a statement"),
    SILENT_LINE("nothing arrives any more, and who applies it is stopped"),
    SLOW_LINE("every answer takes long"),
    LOCK_TIMEOUT("somebody holds what it needs for longer than it may wait"),
    LONG_TRANSACTION("somebody has written to its tables and does not commit for longer than it may wait"),
    STATEMENT_TIMEOUT("a statement takes longer than the server allows"),
    DEADLOCK("a session of somebody else and it wait for each other"),
    NO_ROOM("the server has no room for what it writes"),
    WRITES_REFUSED("the server refuses to write");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** True where a relay makes it, so that a database without a line cannot have it. */
    public boolean ofTheLine() {
        return compareTo(SLOW_LINE) <= 0;
    }

    /** As people write it: {@code lock-timeout}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people, after "When ". */
    public String sentence() {
        return sentence;
    }
}
