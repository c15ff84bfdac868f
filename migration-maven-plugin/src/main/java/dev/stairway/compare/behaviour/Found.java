package dev.stairway.compare.behaviour;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.jdbc.JdbcStores;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.database.DatabaseId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables of one of the databases, as far as the engine's own ones are left out.
 *
 * @param tables by plain name in lower case
 */
record Found(Member member, Map<String, Table> tables) {

    /** How much a product refuses, the strictest first: what it takes, the others take. */
    private static final List<String> STRICT = List.of("postgresql", "h2", "mariadb", "mysql");

    static Found of(Member member) throws SQLException {
        try (JdbcStore store = JdbcStores.of(member.database())) {
            store.begin();
            Map<String, Table> tables = new TreeMap<>();
            for (Table table : store.tables().values()) {
                String name = table.plainName().toLowerCase(Locale.ROOT);
                if (member.schema().tables().containsKey(name)) {
                    tables.put(name, table);
                }
            }
            return new Found(member, tables);
        }
    }

    static List<Found> of(List<Member> members) throws SQLException {
        List<Found> found = new ArrayList<>();
        for (Member member : members) {
            found.add(of(member));
        }
        return found;
    }

    /** The one whose rows all the others take, as far as that can be said of products. */
    static Found strictest(List<Found> all) {
        return all.stream()
                .min(Comparator.comparingInt(each -> rank(each.id())))
                .orElseThrow();
    }

    private static int rank(DatabaseId id) {
        int rank = STRICT.indexOf(id.product());
        return rank >= 0 ? rank : id.product().equals("sqlite") ? STRICT.size() + 1 : STRICT.size();
    }

    DatabaseId id() {
        return member.id();
    }

    static Optional<Column> column(Table table, String lowerCase) {
        return table.columns().stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(lowerCase))
                .findFirst();
    }
}
