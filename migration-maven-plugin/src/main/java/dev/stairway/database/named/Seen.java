package dev.stairway.database.named;

import java.util.List;

/**
 * What a server that the user named shows of itself.
 *
 * @param server tells it from copies of it; empty where nothing does
 * @param user whom it takes us for
 * @param names of the server and of what is beside the named database, with what they are: {@code database shop}
 * @param objects of the named database but those of the mark; at most four
 * @param inUse what shows that others depend on the server, in sentences
 * @param others sessions of others
 * @param unseen what this user cannot be shown although a lock depends on it, with what to do
 * @param bytes of all its databases, as far as they can be seen
 */
record Seen(
        String server,
        String user,
        List<Name> names,
        List<String> objects,
        List<String> inUse,
        List<String> others,
        List<Unseen> unseen,
        long bytes) {

    Seen {
        names = List.copyOf(names);
        objects = List.copyOf(objects);
        inUse = List.copyOf(inUse);
        others = List.copyOf(others);
        unseen = List.copyOf(unseen);
    }

    /** @param what it is the name of */
    record Name(String what, String text) {}

    /**
     * @param what one clause
     * @param next what makes it visible
     */
    record Unseen(String what, String next) {}
}
