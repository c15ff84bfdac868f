package dev.stairway.measure;

/** What the server answered to a command that reads. */
public interface Answer {

    /** The command, for people: without anything that may be a value. */
    String command();

    /** True when the answer is an error. */
    boolean failed();

    /** True when there was something; false also when it failed. */
    boolean found();

    /** True when a client could not tell a later answer from this one, but for the time that has passed. */
    boolean same(Answer later);

    /** For people, without the value. */
    String text();
}
