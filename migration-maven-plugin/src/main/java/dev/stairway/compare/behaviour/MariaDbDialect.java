package dev.stairway.compare.behaviour;

import java.util.List;

/** The way of MariaDB and of MySQL. */
final class MariaDbDialect extends Dialect {

    private final boolean returns;

    MariaDbDialect(String product) {
        super(product);
        this.returns = product.equals("mariadb");
    }

    /** Texts and names as the standard has them; refusals as an application of today has them. */
    @Override
    List<String> settings() {
        return List.of("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES',"
                + " time_zone = '+00:00'");
    }

    /** Whole seconds only: https://mariadb.com/kb/en/innodb-system-variables/#innodb_lock_wait_timeout; 0 is at once, and 1 in MySQL. */
    @Override
    List<String> patience(int millis) {
        return List.of("SET SESSION innodb_lock_wait_timeout = 0");
    }

    /** See <a href="https://mariadb.com/kb/en/insertreturning/">INSERT ... RETURNING</a>; MySQL has none. */
    @Override
    String returning(String insert, String columns) {
        return returns ? insert + " RETURNING " + columns : null;
    }
}
