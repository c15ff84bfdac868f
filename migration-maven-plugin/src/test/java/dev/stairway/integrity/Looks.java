package dev.stairway.integrity;

import dev.stairway.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A first look at a database. */
final class Looks {

    private Looks() {}

    /** @param tables null for all */
    static List<Violation> at(Database database, Connection connection, Set<String> tables) throws SQLException {
        Standing standing = new Standing(Inspectors.of(database.id()).orElseThrow());
        standing.look(connection, tables == null ? Scope.EVERYTHING : of(tables), false);
        if (!standing.notAsked().isEmpty()) {
            throw new AssertionError("not asked: " + standing.notAsked());
        }
        return standing.broken();
    }

    private static Scope of(Set<String> tables) {
        return new Scope() {
            @Override
            public Set<String> tables() {
                return tables;
            }

            @Override
            public boolean wrote(String table, Collection<String> columns) {
                return tables.contains(table);
            }

            @Override
            public boolean took(String table, Collection<String> columns) {
                return tables.contains(table);
            }
        };
    }
}
