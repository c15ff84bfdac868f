package dev.stairway.report.view;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Stable anchors of migrations: letters, digits and hyphens only, unique in the page. */
final class Slugs {

    private static final int LONGEST = 60;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private final Set<String> taken = new HashSet<>();

    /** The anchor of the next migration. */
    String next(String name) {
        String slug = slug(name);
        String candidate = slug;
        for (int next = 2; !taken.add(candidate); next++) {
            candidate = slug + "-" + next;
        }
        return candidate;
    }

    private static String slug(String name) {
        String plain = OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = EDGES.matcher(plain.substring(0, Math.min(LONGEST, plain.length())))
                .replaceAll("");
        return cut.isEmpty() ? "migration" : "migration-" + cut;
    }
}
