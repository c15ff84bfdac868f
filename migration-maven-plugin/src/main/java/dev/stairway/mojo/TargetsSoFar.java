package dev.stairway.mojo;

import dev.stairway.database.external.NamedTarget;
import java.util.ArrayList;
import java.util.List;

/** How far a goal has come with several databases, for whoever reads of the one that ended it. */
final class TargetsSoFar {

    private final List<String> places;
    private final List<String> done = new ArrayList<>();

    TargetsSoFar(List<NamedTarget> named) {
        this.places = named.stream().map(NamedTarget::place).toList();
    }

    /** @param result in one word */
    void done(String result) {
        done.add(places.get(done.size()) + " (" + result + ")");
    }

    /** Lines behind the message of the present one, which failed; empty where it is the only one. */
    String text() {
        if (places.size() == 1) {
            return "";
        }
        List<String> left = places.subList(done.size() + 1, places.size());
        return "\n  Done before it: " + (done.isEmpty() ? "none" : String.join(", ", done)) + "\n  Not begun: "
                + (left.isEmpty() ? "none" : String.join(", ", left));
    }
}
