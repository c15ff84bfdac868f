package dev.stairway.compare;

import dev.stairway.database.DatabaseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Databases of several products in words: {@code sqlite 3.54.1 and postgresql 14 to 18}. */
public final class Databases {

    private Databases() {}

    public static String words(List<DatabaseId> databases) {
        Map<String, List<DatabaseId>> products = new LinkedHashMap<>();
        for (DatabaseId database : databases) {
            products.computeIfAbsent(database.product(), product -> new ArrayList<>())
                    .add(database);
        }
        List<String> words = new ArrayList<>();
        products.forEach((product, versions) -> {
            versions.sort(Comparator.comparing(DatabaseId::version, Versions.OLDEST_FIRST));
            words.add(product + " " + Versions.words(versions));
        });
        return String.join(" and ", words);
    }
}
