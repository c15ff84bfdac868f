package dev.stairway.fingerprint;

import java.util.List;

/**
 * Objects that are read together, for example a table with its columns, constraints, indexes and triggers.
 *
 * @param key kind and qualified name of the owner, for example {@code table public.users}
 * @param objects sorted by kind, then name; the owner first
 * @param digest over all of it
 */
public record SchemaGroup(String key, List<SchemaObject> objects, Digest digest) {
    public SchemaGroup {
        objects = List.copyOf(objects);
    }
}
