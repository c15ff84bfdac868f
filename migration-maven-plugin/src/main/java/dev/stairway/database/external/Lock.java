package dev.stairway.database.external;

import dev.stairway.problem.ProblemException;

/** The locks of a database that the user named. All must open, and no setting opens more than one. */
public enum Lock {
    /** Work is done in databases of our own making, never in the named one, which is a plain one of the user's. */
    OWN_DATABASE("own-database"),
    /** A mark in the named database says that its server is for tests. */
    MARK("mark"),
    /** The URL says plainly where it leads to, and that is this machine or a host that the POM lists. */
    HOST("host"),
    /** The named database holds the mark and nothing else. */
    EMPTY("empty"),
    /** Whom we talk to is whom we have looked at, and what we remove is what we have made. */
    IDENTITY("identity"),
    /** Nothing shows that others depend on the server. */
    IN_USE("in-use");

    private final String word;

    Lock(String word) {
        this.word = word;
    }

    /** For messages and the documentation: {@code lock-2-mark}. */
    public String code() {
        return "lock-" + (ordinal() + 1) + "-" + word;
    }

    /**
     * The refusal. Nothing was written.
     *
     * @param what one sentence without a final period
     */
    public ProblemException refuses(String what, String where, String seen, String next) {
        return ProblemException.setup(what + " [" + code() + "]", where, seen, next, null);
    }
}
