package dev.stairway.run;

import dev.stairway.database.Database;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.SchemaObject;
import java.util.Set;
import java.util.TreeSet;

/** Keeps which attributes of which kinds of objects fingerprints show. */
final class SeenAttributes {

    private final TreeSet<String> attributes = new TreeSet<>();

    Fingerprinter open(Database database, Set<String> bookkeeping) {
        return Lens.over(Fingerprinters.open(database, bookkeeping), this::note);
    }

    TreeSet<String> attributes() {
        return new TreeSet<>(attributes);
    }

    private SchemaObject note(SchemaObject object) {
        if (!object.kind().equals("cluster")) {
            attributes.add(name(object.kind(), ""));
        }
        object.attributes().keySet().forEach(attribute -> attributes.add(name(object.kind(), attribute)));
        return object;
    }

    /**
     * No attribute stands for whether the object is there at all. What the cluster shares is one object, with the name of the shared one in the attribute: {@code role r login}.
     */
    static String name(String kind, String attribute) {
        if (!kind.equals("cluster")) {
            return kind + ": " + attribute;
        }
        String[] words = attribute.split(" ", 3);
        return words[0] + ": " + (words.length > 2 ? words[2] : "");
    }
}
