package dev.stairway.compare;

import dev.stairway.database.DatabaseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Versions in order and in words. */
public final class Versions {

    /** {@code 9} before {@code 14}, {@code 3.9} before {@code 3.54.1}. */
    static final Comparator<String> OLDEST_FIRST = Versions::compare;

    private static final int RANGE = 3;

    private Versions() {}

    private static int compare(String one, String other) {
        String[] left = one.split("\\D+");
        String[] right = other.split("\\D+");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = Long.compare(number(left[i]), number(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return left.length == right.length ? one.compareTo(other) : Integer.compare(left.length, right.length);
    }

    private static long number(String digits) {
        return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }

    /** For people: {@code 14 to 17}, {@code 14 and 18}; with the provider where there are several. */
    public static String words(List<DatabaseId> databases) {
        if (databases.stream().map(DatabaseId::provider).distinct().count() > 1) {
            return list(databases.stream()
                    .map(database -> database.version() + " (" + database.provider() + ")")
                    .toList());
        }
        List<String> versions = databases.stream().map(DatabaseId::version).toList();
        return consecutive(versions) ? versions.get(0) + " to " + versions.get(versions.size() - 1) : list(versions);
    }

    private static boolean consecutive(List<String> versions) {
        for (int i = 0; i < versions.size(); i++) {
            if (!versions.get(i).matches("\\d{1,9}")
                    || Integer.parseInt(versions.get(i)) != Integer.parseInt(versions.get(0)) + i) {
                return false;
            }
        }
        return versions.size() >= RANGE;
    }

    private static String list(List<String> words) {
        List<String> all = new ArrayList<>(words);
        String last = all.remove(all.size() - 1);
        return all.isEmpty() ? last : String.join(", ", all) + " and " + last;
    }
}
