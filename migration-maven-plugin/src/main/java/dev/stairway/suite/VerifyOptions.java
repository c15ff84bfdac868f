package dev.stairway.suite;

import dev.stairway.matrix.Scenario;
import dev.stairway.safety.RuleSetting;
import java.util.List;
import java.util.Map;

/**
 * What goal {@code verify} does in one pass.
 *
 * @param parts names of {@link VerifyParts}, in any order
 * @param rows which data is in the tables when databases are compared
 * @param sizes scenarios that are measured, which differ in their rows
 * @param backups which data is in the tables when backups are tried; null where they are not
 * @param since earlier states to hold the changelogs against
 * @param rules what the project wants of single rules of {@code safety} otherwise than is usual
 * @param production rows of tables in production, by name
 */
public record VerifyOptions(
        List<String> parts,
        Scenario rows,
        List<Scenario> sizes,
        Scenario backups,
        Since since,
        List<RuleSetting> rules,
        Map<String, Long> production) {

    public VerifyOptions {
        parts = List.copyOf(parts);
        sizes = List.copyOf(sizes);
        rules = List.copyOf(rules);
        production = Map.copyOf(production);
    }

    boolean has(String part) {
        return parts.contains(part);
    }
}
