package dev.stairway.catalog.generic;

import dev.stairway.catalog.ConditionText;
import dev.stairway.compare.logical.LogicalCheck;
import dev.stairway.compare.logical.LogicalReader;
import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.database.generic.facts.CheckFacts;
import dev.stairway.database.generic.facts.Metadata;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads any database by what its driver tells; its checks where it has the views of the SQL standard. */
public final class GenericReader implements LogicalReader {

    private final Optional<String> onlySchema;

    /** @param onlySchema the schema to read; empty for all that are not the product's own */
    public GenericReader(Optional<String> onlySchema) {
        this.onlySchema = onlySchema;
    }

    @Override
    public LogicalSchema read(Connection connection, Set<String> bookkeeping) throws SQLException {
        Spelling spelling = Spelling.of(connection);
        Map<String, List<LogicalCheck>> checks = checks(connection, spelling);
        Map<String, Computation> computations = Computation.read(connection, spelling);
        TreeMap<String, LogicalTable> tables = new TreeMap<>();
        TreeSet<String> views = new TreeSet<>();
        for (TableFacts table : Metadata.of(connection, spelling, onlySchema).tables()) {
            String name = lower(table.name());
            if (table.view()) {
                views.add(name);
            } else if (!bookkeeping.contains(name)) {
                tables.put(name, new TableTold(table, computations).table(checks.getOrDefault(name, List.of())));
            }
        }
        return new LogicalSchema(tables, views);
    }

    private static Map<String, List<LogicalCheck>> checks(Connection connection, Spelling spelling)
            throws SQLException {
        Map<String, List<LogicalCheck>> checks = new HashMap<>();
        for (CheckFacts check : CheckFacts.read(connection, spelling)) {
            checks.computeIfAbsent(lower(check.table()), table -> new ArrayList<>())
                    .add(new LogicalCheck(lower(check.name()), ConditionText.of(check.condition()), check.condition()));
        }
        return checks;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
