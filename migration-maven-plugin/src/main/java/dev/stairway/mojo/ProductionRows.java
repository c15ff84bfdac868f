package dev.stairway.mojo;

import dev.stairway.data.profile.ProfileFile;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How many rows tables have in production, as far as a profile says. */
final class ProductionRows {

    private ProductionRows() {}

    /**
     * By the names of the tables alone; empty without a profile.
     *
     * @throws dev.stairway.problem.ProblemException when it cannot be read
     */
    static Map<String, Long> of(SuiteOptions options) {
        Path profile = options.walk().rows().profileFile();
        if (profile == null) {
            return Map.of();
        }
        Map<String, Long> rows = new HashMap<>();
        ProfileFile.read(profile).rows().forEach((table, count) -> {
            String name = table.substring(table.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            rows.merge(name, count.longValue(), Math::max);
        });
        return rows;
    }
}
