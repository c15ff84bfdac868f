package dev.stairway.run;

import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.run.CaseResult.Found;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fingerprint that does not see one attribute of one kind of objects.
 *
 * @param kind of the object, {@code column} for example; of what the cluster shares {@code role}
 * @param attribute empty for whether the object is there at all
 */
record Blindness(String kind, String attribute) {

    /** @param name as {@link SeenAttributes} has it */
    static Blindness to(String name) {
        int colon = name.indexOf(": ");
        return new Blindness(name.substring(0, colon), name.substring(colon + 2));
    }

    /** What would have been found; a finding is gone with its last line. */
    CaseResult of(CaseResult result) {
        return new CaseResult(
                result.verdict(),
                result.findings().stream()
                        .map(this::of)
                        .filter(found -> found.lines() != null)
                        .toList());
    }

    private Found of(Found found) {
        List<String> left =
                found.lines().stream().filter(line -> !isAbout(line)).toList();
        boolean gone = left.isEmpty() && !found.lines().isEmpty();
        return new Found(found.rule(), found.severity(), gone ? null : left);
    }

    private boolean isAbout(String line) {
        String subject = attribute.isEmpty() ? "" : attribute + " was ";
        if (line.startsWith("cluster objects: " + kind + " ")) {
            String rest = line.substring("cluster objects: ".length() + kind.length() + 1);
            return rest.substring(rest.indexOf(' ') + 1).startsWith(attribute.isEmpty() ? "was " : subject);
        }
        return line.startsWith(kind + " ")
                && (attribute.isEmpty() ? line.matches(".*: (added|removed)") : line.contains(": " + subject));
    }

    /** The object as it is seen then. */
    SchemaObject over(SchemaObject object) {
        SortedMap<String, String> left = new TreeMap<>(object.attributes());
        left.keySet().removeIf(name -> SeenAttributes.name(object.kind(), name).equals(toString()));
        return new SchemaObject(object.kind(), object.name(), left);
    }

    @Override
    public String toString() {
        return kind + ": " + attribute;
    }
}
