package dev.stairway.script;

import java.util.Map;

/**
 * An element of a changelog file as it is written there.
 *
 * @param values its attributes in XML, its plain values in YAML and JSON
 * @param line 1-based
 */
record ChangelogEntry(String element, Map<String, String> values, int line) {

    /** Empty where it is not written. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }
}
