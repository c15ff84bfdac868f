package dev.stairway.matrix;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the migration that a release ends with, by its tag, id or name. */
public final class ReleaseName {

    private static final int SHOWN = 5;
    private static final String WHERE = "<from> of the <upgradePath>";

    private ReleaseName() {}

    /**
     * The path with the id of its migration; as it is where it names none.
     *
     * @throws ProblemException when nothing is called that, with the names that come near, or several migrations are
     */
    public static UpgradePath resolve(UpgradePath path, Changelog changelog) {
        if (path.from().isEmpty()) {
            return path;
        }
        String tagged = changelog.tags().get(path.from());
        if (tagged != null) {
            return path.at(tagged);
        }
        List<String> named = changelog.migrations().stream()
                .filter(migration -> migration.id().equals(path.from()))
                .map(Migration::id)
                .toList();
        if (named.isEmpty()) {
            named = changelog.migrations().stream()
                    .filter(migration -> migration.name().equals(path.from()))
                    .map(Migration::id)
                    .toList();
        }
        if (named.size() > 1) {
            throw ProblemException.setup(
                    "Several migrations are called " + path.from() + ", so the release of the upgrade path "
                            + path.name() + " is not clear",
                    WHERE,
                    String.join(", ", named),
                    "Write the id of the last migration that the release has",
                    null);
        }
        return path.at(named.stream().findFirst().orElseThrow(() -> unknown(path, changelog)));
    }

    private static ProblemException unknown(UpgradePath path, Changelog changelog) {
        Set<String> names = new LinkedHashSet<>(changelog.tags().keySet());
        changelog.migrations().forEach(migration -> names.add(migration.name()));
        List<String> near = near(path.from(), names);
        String tags = changelog.tags().isEmpty()
                ? "the changelog has no tags"
                : "tags: " + String.join(", ", changelog.tags().keySet());
        return ProblemException.setup(
                "No tag and no migration of " + changelog.location() + " is called " + path.from()
                        + ", where the upgrade path " + path.name() + " starts",
                WHERE,
                near.isEmpty() ? tags : "near it: " + String.join(", ", near) + "; " + tags,
                "Write a tag of the changelog, or the id or the name of the last migration that the release has",
                null);
    }

    /** At most every third character may be another one. */
    private static List<String> near(String wanted, Set<String> names) {
        return names.stream()
                .filter(name -> distance(wanted, name) <= Math.max(1, wanted.length() / 3))
                .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                .limit(SHOWN)
                .collect(Collectors.toList());
    }

    /** How many characters have to be put in, taken out or replaced. */
    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
