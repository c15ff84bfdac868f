package dev.stairway.fingerprint.generic;

import dev.stairway.database.generic.facts.Metadata;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import dev.stairway.fingerprint.SchemaGroup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A schema as it was read.
 *
 * @param groups by key
 * @param tables whose rows are read, by shown name
 */
record ReadSchema(Map<String, SchemaGroup> groups, TreeMap<String, DataTable> tables) {

    /** @param bookkeeping plain lower-case names of tables that are left out */
    static ReadSchema of(
            Connection connection,
            Spelling spelling,
            Optional<String> onlySchema,
            Set<String> bookkeeping,
            ProductQueries queries)
            throws SQLException {
        Metadata metadata = Metadata.of(connection, spelling, onlySchema);
        Collected collected = new Collected();
        DriverSchema driver = new DriverSchema(spelling, collected);
        TreeMap<String, DataTable> tables = new TreeMap<>();
        for (TableFacts table : metadata.tables()) {
            if (!bookkeeping.contains(table.name().toLowerCase(Locale.ROOT))) {
                driver.add(table);
                if (!table.view()) {
                    DataTable data = DataTable.of(table, spelling);
                    tables.put(data.name(), data);
                }
            }
        }
        queries.add(connection, metadata, spelling, collected);
        if (spelling.product().equals("mariadb")) {
            SequenceTables.add(connection, collected);
        }
        return new ReadSchema(collected.groups(), tables);
    }
}
