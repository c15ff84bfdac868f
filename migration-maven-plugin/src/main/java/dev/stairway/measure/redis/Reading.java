package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisError;
import dev.stairway.measure.ClientFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a client read.
 *
 * @param kind whether there was something
 * @param marks of the writes that it is made of
 * @param fields names of its fields; empty where it has none
 */
record Reading(Kind kind, Set<String> marks, Set<String> fields) {

    static final Reading ABSENT = new Reading(Kind.ABSENT, Set.of(), Set.of());
    static final Reading OTHER_TYPE = new Reading(Kind.OTHER_TYPE, Set.of(), Set.of());

    /** Whether there was something. */
    enum Kind {
        ABSENT,
        OTHER_TYPE,
        PRESENT
    }

    /** @param reply of the command that reads this type */
    static Reading of(String type, Object reply) {
        if (reply instanceof RedisError error) {
            if (error.code().equals("WRONGTYPE")) {
                return OTHER_TYPE;
            }
            throw new ClientFailure("the server refuses it: " + error.code(), null);
        }
        List<byte[]> pieces = flat(type, reply);
        return pieces.isEmpty() ? ABSENT : new Reading(Kind.PRESENT, Mark.in(pieces), Model.fields(type, pieces));
    }

    boolean present() {
        return kind == Kind.PRESENT;
    }

    /** Pieces of a reply; of a stream the fields of its entries, without their ids. */
    static List<byte[]> flat(String type, Object reply) {
        List<byte[]> pieces = new ArrayList<>();
        if (reply instanceof byte[] one) {
            pieces.add(one);
        } else if (reply instanceof List<?> many) {
            for (Object each : many) {
                Object entry = type.equals("stream") && each instanceof List<?> pair ? pair.get(1) : each;
                pieces.addAll(flat("", entry));
            }
        }
        return pieces;
    }
}
