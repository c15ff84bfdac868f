package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.Hashing;
import dev.stairway.fingerprint.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One row as the SQL resources give it: kind, name and attributes by label. Labels that start with {@code #} are for the
 * reader only and do not enter the fingerprint.
 */
record Facts(long oid, String kind, String name, Map<String, String> attributes) {

    private static final String SECRET = "#secret ";
    private static final String LIST = "#list ";

    static Facts parse(long oid, String kind, String name, String array) {
        List<String> elements = TextArray.parse(array);
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < elements.size(); i += 2) {
            if (elements.get(i + 1) != null) {
                attributes.put(elements.get(i), elements.get(i + 1));
            }
        }
        return new Facts(oid, kind, name, attributes);
    }

    /** Null when absent. */
    String get(String label) {
        return attributes.get(label);
    }

    SchemaObject object() {
        return object(kind, Map.of());
    }

    SchemaObject object(String as, Map<String, String> more) {
        TreeMap<String, String> shown = new TreeMap<>(more);
        attributes.forEach((label, value) -> {
            if (label.startsWith(SECRET)) {
                // Options of servers and user mappings may be passwords: only their change may be seen.
                shown.put(
                        label.substring(SECRET.length()),
                        "hidden, " + Hashing.of(value).hex());
            } else if (label.startsWith(LIST)) {
                shown.put(label.substring(LIST.length()), sorted(value));
            } else if (label.equals("#view definition")) {
                shown.put("definition", ViewText.normalise(value));
            } else if (!label.startsWith("#")) {
                shown.put(label, value);
            }
        });
        String privileges = Privileges.text(get("#acl"), get("#acl default"));
        if (privileges != null) {
            shown.put("privileges", privileges);
        }
        return new SchemaObject(as, name, shown);
    }

    /** Takes in what a second query says of the same object. */
    void add(Facts more) {
        attributes.putAll(more.attributes);
    }

    private static String sorted(String array) {
        return TextArray.parse(array).stream().sorted().collect(Collectors.joining(", "));
    }
}
