package dev.stairway.report.view;

import dev.stairway.report.document.Metrics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Stable anchors of migrations: letters, digits and hyphens only, unique in the page. */
final class Slugs {

    private static final int LONGEST = 60;

    private final Map<String, String> slugs = new HashMap<>();

    Slugs(Metrics metrics) {
        Set<String> taken = new HashSet<>();
        for (Metrics.Changelog changelog : metrics.changelogs()) {
            for (Metrics.Migration migration : changelog.migrations()) {
                slugs.putIfAbsent(key(changelog.id(), migration.id()), unique(slug(migration.name()), taken));
            }
        }
    }

    /** Null when the changelog has no such migration. */
    String of(String changelog, String migration) {
        return slugs.get(key(changelog, migration));
    }

    /** Link to the drill-down; null when there is none. */
    String href(String changelog, String migration) {
        String slug = of(changelog, migration);
        return slug == null ? null : "#" + slug;
    }

    private static String key(String changelog, String migration) {
        return changelog + '\0' + migration;
    }

    private static String slug(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "migration" : "migration-" + cut;
    }

    private static String unique(String slug, Set<String> taken) {
        String candidate = slug;
        for (int next = 2; !taken.add(candidate); next++) {
            candidate = slug + "-" + next;
        }
        return candidate;
    }
}
