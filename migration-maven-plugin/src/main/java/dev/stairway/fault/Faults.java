package dev.stairway.fault;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Reachable;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fault.postgres.PostgresFaults;
import dev.stairway.fault.redis.RedisFaults;
import dev.stairway.fault.sqlite.SqliteFaults;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be put on a database. */
final class Faults {

    private final Database database;
    private final ProductFaults own;

    private Faults(Database database, ProductFaults own) {
        this.database = database;
        this.own = own;
    }

    /** @param bookkeeping tables of the engine; empty where nothing can be put on databases of this product */
    static Optional<Faults> of(Database database, Set<String> bookkeeping) {
        String product = database.id().product();
        if (database instanceof JdbcDatabase jdbc && product.equals("postgresql")) {
            return Optional.of(new Faults(database, new PostgresFaults(jdbc, bookkeeping)));
        }
        if (database instanceof JdbcDatabase jdbc && product.equals("sqlite")) {
            return Optional.of(new Faults(database, new SqliteFaults(jdbc)));
        }
        if (database instanceof RedisDatabase redis && database instanceof Reachable) {
            return Optional.of(new Faults(database, new RedisFaults(redis)));
        }
        return Optional.empty();
    }

    /** In the order in which they are tried. */
    Set<Fault> known() {
        EnumSet<Fault> all = EnumSet.copyOf(own.known());
        if (database instanceof Reachable) {
            for (Fault fault : Fault.values()) {
                if (fault.ofTheLine()) {
                    all.add(fault);
                }
            }
        }
        return all;
    }

    Injection put(Fault fault) throws SQLException {
        return fault.ofTheLine() ? new LineInjection(fault, (Reachable) database) : own.put(fault);
    }
}
