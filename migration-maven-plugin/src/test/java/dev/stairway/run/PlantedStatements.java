package dev.stairway.run;

import java.util.ArrayList;
import java.util.List;

/**
 * A planted case as statements, for whoever only reads.
 *
 * @param group class of defects
 * @param number of the case in its group
 * @param correct true when nothing is wrong with it
 * @param base statements that were released before
 * @param down null when no way back is written
 */
public record PlantedStatements(
        String group,
        int number,
        boolean correct,
        boolean transactional,
        List<String> base,
        List<String> up,
        List<String> down) {

    /** Of PostgreSQL 18 or SQLite. */
    public static List<PlantedStatements> of(String product) {
        return SqlCases.of(product).stream()
                .filter(planted -> planted.gap().isEmpty() && planted.runsOn(product.equals("sqlite") ? 0 : 18))
                .map(planted -> new PlantedStatements(
                        planted.group(),
                        planted.number(),
                        planted.correct(),
                        planted.inTransaction(),
                        named(planted, planted.base()),
                        named(planted, planted.up()),
                        planted.down() == null ? null : named(planted, planted.down())))
                .toList();
    }

    /** All of them in order. */
    public List<String> all() {
        List<String> all = new ArrayList<>(base);
        all.addAll(up);
        all.addAll(down == null ? List.of() : down);
        return all;
    }

    private static List<String> named(SqlCase planted, List<String> statements) {
        return statements.stream()
                .map(statement -> statement.replace("{schema}", planted.schema()))
                .toList();
    }
}
