package dev.stairway.database.external;

import dev.stairway.database.mariadb.NamedMariaDb;
import dev.stairway.database.named.ExternalJdbcServer;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Set-ups around a MariaDB, whose own log of statements is the proof that nothing was written. */
final class HostileMariaDb {

    private static final String HOST = "lock-3-host";
    private static final String MARK = "lock-2-mark";
    private static final String EMPTY = "lock-4-empty";
    private static final String IN_USE = "lock-6-in-use";

    /** A statement in the log whose first word may change something. */
    private static final Pattern WRITE = Pattern.compile(
            "(?im)^.*\\s\\d+ (?:Query|Execute|Prepare)\\t\\s*(?!SELECT|SHOW|ROLLBACK|COMMIT|START TRANSACTION|SET (?!GLOBAL))(.*)$");

    private final NamedMariaDb server;
    private final List<Hostile> all = new ArrayList<>();
    private int databases;

    HostileMariaDb(NamedMariaDb server) {
        this.server = server;
    }

    static List<String> writes(String log) {
        return WRITE.matcher(log).results().map(found -> found.group(1)).toList();
    }

    List<Hostile> all() {
        urls();
        names();
        marks();
        objects();
        users();
        return all;
    }

    /** Arranges something on the server and says what to name. */
    @FunctionalInterface
    private interface Arranged {
        ExternalTarget on(NamedMariaDb server) throws Exception;
    }

    private void add(String name, String refusal, Arranged arranged, String... after) {
        all.add(new Hostile("mariadb: " + name, refusal, trial -> {
            ExternalTarget target = arranged.on(server);
            trial.attempt(
                    () -> ExternalJdbcServer.open(target, server.drivers()).close());
            server.sql(after);
        }));
    }

    /** A database with a mark, which nobody has touched since. */
    private String marked() {
        String name = "named_" + ++databases;
        server.sql("CREATE DATABASE " + name);
        ExternalJdbcServer.mark(server.target(name), 30, server.drivers());
        return name;
    }

    private ExternalTarget changed(String sql) {
        String name = marked();
        server.sql("SET STATEMENT check_constraint_checks = 0 FOR " + sql.replace("{db}", name));
        return server.target(name);
    }

    private void url(String name, String refusal, String url) {
        add(name, refusal, one -> one.target(url.replace("{port}", Integer.toString(one.port())), NamedMariaDb.WALKER));
    }

    private void urls() {
        url("without a port", HOST, "jdbc:mariadb://127.0.0.1/named_x");
        url("two hosts", HOST, "jdbc:mariadb://127.0.0.1:{port},127.0.0.2:{port}/named_x");
        url("of a cluster", HOST, "jdbc:mariadb:sequential://127.0.0.1:{port}/named_x");
        url("with a pool", HOST, "jdbc:mysql:loadbalance://127.0.0.1:{port}/named_x");
        url("a parameter that runs SQL", HOST, "jdbc:mariadb://127.0.0.1:{port}/named_x?sessionVariables=read_only=0");
        url("a second parameter", HOST, "jdbc:mariadb://127.0.0.1:{port}/named_x?sslMode=trust&allowMultiQueries=true");
        url("without a database", HOST, "jdbc:mariadb://127.0.0.1:{port}/");
        url("another machine", HOST, "jdbc:mariadb://192.0.2.7:{port}/named_x");
        url("another machine by name", HOST, "jdbc:mariadb://db.example.com:{port}/named_x");
        url("a number as host", HOST, "jdbc:mariadb://0x7f000001:{port}/named_x");
        url("no host", HOST, "jdbc:mariadb://:{port}/named_x");
        url("no such port", HOST, "jdbc:mariadb://127.0.0.1:99999/named_x");
        url("of a cloud", IN_USE, "jdbc:mariadb://shop.abc.eu-west-1.rds.amazonaws.com:{port}/named_x");
        url("a password", "holds credentials", "jdbc:mariadb://127.0.0.1:{port}/named_x?password=canary");
        url("a user before the host", HOST, "jdbc:mariadb://walker:canary@127.0.0.1:{port}/named_x");
        url("everybody's database", "lock-1-own-database", "jdbc:mariadb://127.0.0.1:{port}/test");
        url("the server's own database", "lock-1-own-database", "jdbc:mariadb://127.0.0.1:{port}/mysql");
    }

    private void names() {
        url("a name of production", IN_USE, "jdbc:mariadb://127.0.0.1:{port}/named_prod");
        add("a user of production", IN_USE, one -> one.target(one.url("named_x"), "shop_live"));
        add("no user", "No user is named", one -> one.target(one.url("named_x"), ""));
        add(
                "production beside it",
                IN_USE,
                one -> {
                    String name = marked();
                    one.sql("CREATE DATABASE named_prod");
                    return one.target(name);
                },
                "DROP DATABASE named_prod");
        add("no mark in the POM", MARK, one -> {
            ExternalTarget with = one.target(marked());
            return new ExternalTarget(with.url(), with.user(), with.password(), "", Hosts.NONE, Long.MAX_VALUE);
        });
        add("larger than tests are", IN_USE, one -> {
            ExternalTarget with = one.target(marked());
            return new ExternalTarget(with.url(), with.user(), with.password(), NamedMariaDb.MARK, Hosts.NONE, 1);
        });
    }

    private void marks() {
        add("no mark", MARK, one -> {
            one.sql("CREATE DATABASE named_unmarked");
            return one.target("named_unmarked");
        });
        add("an expired mark", MARK, one -> changed("UPDATE {db}.stairway_mark SET expires_at = 1"));
        add("a mark of the future", MARK, one -> changed("UPDATE {db}.stairway_mark SET marked_at = marked_at + 9999"));
        add(
                "a mark of another project",
                MARK,
                one -> changed("UPDATE {db}.stairway_mark SET mark_token = 'other-tests-77'"));
        add("a mark of another user", MARK, one -> changed("UPDATE {db}.stairway_mark SET mark_owner = 'shop@%'"));
        add(
                "a mark of another server",
                MARK,
                one -> changed("UPDATE {db}.stairway_mark SET mark_server = 'db7:3306 /data/'"));
        add("two marks", MARK, one -> changed("INSERT INTO {db}.stairway_mark SELECT * FROM {db}.stairway_mark"));
        add("a mark without rows", MARK, one -> changed("DELETE FROM {db}.stairway_mark"));
        add(
                "a mark with other columns",
                MARK,
                one -> changed("ALTER TABLE {db}.stairway_mark RENAME COLUMN mark_token TO word"));
        add("a copied mark", MARK, one -> {
            String from = marked();
            one.sql(
                    "CREATE DATABASE named_copy",
                    "CREATE TABLE named_copy.stairway_mark AS SELECT * FROM " + from + ".stairway_mark",
                    "CREATE TABLE named_copy.stairway_made AS SELECT * FROM " + from + ".stairway_made");
            return one.target("named_copy");
        });
        add("a view as mark", MARK, one -> {
            String from = marked();
            one.sql(
                    "CREATE DATABASE named_view",
                    "CREATE VIEW named_view.stairway_mark AS SELECT * FROM " + from + ".stairway_mark");
            return one.target("named_view");
        });
    }

    private void objects() {
        add("a table besides", EMPTY, one -> changed("CREATE TABLE {db}.customers (id INT)"));
        add("a view besides", EMPTY, one -> changed("CREATE VIEW {db}.v AS SELECT 1"));
        add("a sequence besides", EMPTY, one -> changed("CREATE SEQUENCE {db}.s"));
        add("a procedure besides", EMPTY, one -> changed("CREATE PROCEDURE {db}.p() SELECT 1"));
        add("a function besides", EMPTY, one -> changed("CREATE FUNCTION {db}.f() RETURNS INT RETURN 1"));
        add("an event besides", EMPTY, one -> changed("CREATE EVENT {db}.e ON SCHEDULE EVERY 1 YEAR DO SELECT 1"));
        add(
                "a trigger on the mark",
                EMPTY,
                one -> changed("CREATE TRIGGER {db}.t AFTER INSERT ON {db}.stairway_mark FOR EACH ROW SET @x = 1"));
        add("a table and no mark", EMPTY, one -> {
            one.sql("CREATE DATABASE named_table", "CREATE TABLE named_table.customers (id INT)");
            return one.target("named_table");
        });
    }

    private void users() {
        add(
                "read only",
                IN_USE,
                one -> {
                    String name = marked();
                    one.sql("SET GLOBAL read_only = 1");
                    return one.target(name);
                },
                "SET GLOBAL read_only = 0");
        add(
                "a server that is to follow another",
                IN_USE,
                one -> {
                    String name = marked();
                    one.sql(
                            "GRANT ALL PRIVILEGES ON *.* TO 'walker'@'127.0.0.1'",
                            "CHANGE MASTER TO MASTER_HOST = '127.0.0.9', MASTER_USER = 'x'");
                    return one.target(name);
                },
                "RESET SLAVE ALL",
                "REVOKE ALL PRIVILEGES ON *.* FROM 'walker'@'127.0.0.1'");
        add(
                "a user who may not see",
                IN_USE,
                one -> {
                    String name = marked();
                    one.sql(
                            "CREATE USER 'half'@'127.0.0.1' IDENTIFIED BY '" + NamedMariaDb.PASSWORD + "'",
                            "GRANT SELECT ON " + name + ".stairway_mark TO 'half'@'127.0.0.1'");
                    return one.target(one.url(name), "half");
                },
                "DROP USER 'half'@'127.0.0.1'");
        add(
                "a user who may make nothing",
                IN_USE,
                one -> {
                    String name = marked();
                    one.sql(
                            "CREATE USER 'there'@'127.0.0.1' IDENTIFIED BY '" + NamedMariaDb.PASSWORD + "'",
                            "GRANT ALL PRIVILEGES ON " + name + ".* TO 'there'@'127.0.0.1'");
                    return one.target(one.url(name), "there");
                },
                "DROP USER 'there'@'127.0.0.1'");
        session("somebody who cannot be seen", "", "keeper", true);
        session("somebody in it", "", NamedMariaDb.WALKER, false);
        session("somebody in it who can be seen", "GRANT PROCESS ON *.* TO 'walker'@'127.0.0.1'", "keeper", false);
        session(
                "somebody elsewhere, of a user who may do everything",
                "GRANT ALL PRIVILEGES ON *.* TO 'walker'@'127.0.0.1'",
                "keeper",
                true);
        add("a wrong password", "cannot be used", one -> {
            ExternalTarget with = one.target(marked());
            return new ExternalTarget(
                    with.url(), with.user(), "wrong-canary-12", NamedMariaDb.MARK, Hosts.NONE, Long.MAX_VALUE);
        });
    }

    private void session(String name, String grant, String user, boolean elsewhere) {
        all.add(new Hostile("mariadb: " + name, IN_USE, trial -> {
            String database = marked();
            if (!grant.isEmpty()) {
                server.sql(grant);
            }
            try (Connection other = server.connect(user, elsewhere ? "mysql" : database)) {
                trial.attempt(() -> ExternalJdbcServer.open(server.target(database), server.drivers())
                        .close());
                other.isValid(1);
            } finally {
                server.sql(
                        "REVOKE ALL PRIVILEGES ON *.* FROM 'walker'@'127.0.0.1'",
                        "GRANT USAGE ON *.* TO 'walker'@'127.0.0.1'");
            }
        }));
    }
}
