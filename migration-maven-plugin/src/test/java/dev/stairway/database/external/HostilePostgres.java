package dev.stairway.database.external;

import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.postgres.PostgresMarking;
import dev.stairway.database.provider.ExternalProvider;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Set-ups around a real server, whose own log is the proof that nothing was written. */
final class HostilePostgres {

    /** Lines of our sessions: program, user, database, number of a writing transaction or 0. */
    private static final Pattern LOGGED = Pattern.compile(
            "(?m)^stairway\\|[^|]*\\|[^|]*\\|(\\d+)\\|LOG:  (?:statement|execute [^:]*): (\\S+(?: \\S+){0,3})");

    private static final Pattern READS =
            Pattern.compile("(?i)SELECT\\b.*|BEGIN READ ONLY.*|ROLLBACK|SHOW\\b.*", Pattern.DOTALL);

    private final NamedPostgres server;
    private final List<Hostile> all = new ArrayList<>();
    private int databases;

    HostilePostgres(NamedPostgres server) {
        this.server = server;
    }

    /** Everything that was sent by the plugin's sessions since and is no reading; empty is the proof. */
    static Set<String> writes(String log) {
        Set<String> writes = new TreeSet<>();
        Matcher line = LOGGED.matcher(log);
        while (line.find()) {
            if (!READS.matcher(line.group(2)).matches() || !line.group(1).equals("0")) {
                writes.add(line.group());
            }
        }
        return writes;
    }

    List<Hostile> all() {
        urls();
        hosts();
        names();
        named();
        objects();
        marks();
        sessions();
        serverInUse();
        overrides();
        return all;
    }

    private static void open(ExternalTarget target) {
        new ExternalProvider(List.of(target), null, HostilePostgres.class.getClassLoader())
                .start("postgresql", "")
                .close();
    }

    /** One whose content stays as it is, made when it is first asked for. */
    private String marked() {
        if (databases == 0) {
            freshlyMarked();
        }
        return "tests_1";
    }

    private String freshlyMarked() {
        String name = "tests_" + ++databases;
        server.marked(name);
        return name;
    }

    private void url(String name, String refusal, String url) {
        all.add(new Hostile(
                "URL: " + name,
                refusal,
                trial -> trial.attempt(() -> open(new ExternalTarget(
                        url,
                        NamedPostgres.WALKER,
                        NamedPostgres.PASSWORD,
                        NamedPostgres.MARK,
                        Hosts.NONE,
                        ExternalTarget.MAX_SERVER_BYTES)))));
    }

    private void urls() {
        String place = server.place("tests");
        String port = ":" + server.port();
        String host = "lock-3-host";
        url("user and password", "holds credentials", "jdbc:postgresql://walker:canary@" + place);
        url("user", "holds credentials", "jdbc:postgresql://walker@" + place);
        url("password as a parameter", "holds credentials", "jdbc:postgresql://" + place + "?password=canary");
        url("password, encoded", "holds credentials", "jdbc:postgresql://" + place + "?pass%77ord=canary");
        url("several hosts", host, "jdbc:postgresql://127.0.0.1" + port + ",db.example.com:5432/tests");
        url("targetServerType", host, "jdbc:postgresql://" + place + "?targetServerType=primary");
        url("options=-c", host, "jdbc:postgresql://" + place + "?options=-c%20search_path=evil");
        url("a class to load", host, "jdbc:postgresql://" + place + "?socketFactory=java.io.FileOutputStream");
        url("a file to log to", host, "jdbc:postgresql://" + place + "?loggerFile=/tmp/evil");
        url("sslmode twice", host, "jdbc:postgresql://" + place + "?sslmode=require&sslmode=disable");
        url("a service file", host, "jdbc:postgresql://?service=production");
        url("no port", host, "jdbc:postgresql://127.0.0.1/tests");
        url("port 0", host, "jdbc:postgresql://127.0.0.1:0/tests");
        url("port 99999", host, "jdbc:postgresql://127.0.0.1:99999/tests");
        url("no database", host, "jdbc:postgresql://127.0.0.1" + port + "/");
        url("no host", host, "jdbc:postgresql:///tests");
        url("database alone", host, "jdbc:postgresql:tests");
        url("database, encoded", host, "jdbc:postgresql://127.0.0.1" + port + "/post%67res");
        url("host, encoded", host, "jdbc:postgresql://127.0.0%2e1" + port + "/tests");
        url("a line break", host, "jdbc:postgresql://127.0.0.1" + port + "/tests\n?user=postgres");
        url("another product", "No database of the product postgresql is named", "jdbc:h2:mem:tests");
    }

    private void hosts() {
        String port = ":" + server.port() + "/tests";
        String host = "lock-3-host";
        url("final period", host, "jdbc:postgresql://localhost." + port);
        url("127.1", host, "jdbc:postgresql://127.1" + port);
        url("one number", host, "jdbc:postgresql://2130706433" + port);
        url("hexadecimal", host, "jdbc:postgresql://0x7f.0.0.1" + port);
        url("octal", host, "jdbc:postgresql://0177.0.0.1" + port);
        url("every address", host, "jdbc:postgresql://0.0.0.0" + port);
        url("IPv6 that stands for IPv4", host, "jdbc:postgresql://[::ffff:10.1.2.3]" + port);
        url("IPv6 of somebody", host, "jdbc:postgresql://[2001:db8::1]" + port);
        url("IPv6 with a zone", host, "jdbc:postgresql://[::1%25eth0]" + port);
        url("Cyrillic о in localhost", host, "jdbc:postgresql://l\u043ecalhost" + port);
        url("wide digits", host, "jdbc:postgresql://\uff11\uff12\uff17.0.0.1" + port);
        url("Kelvin sign", host, "jdbc:postgresql://\u212aelvin.example.com" + port);
        url("localhost as a first label", host, "jdbc:postgresql://localhost.example.com" + port);
        url("an address as first labels", host, "jdbc:postgresql://127.0.0.1.nip.io" + port);
        url("a private network", host, "jdbc:postgresql://10.0.0.5" + port);
        url("a machine nearby", host, "jdbc:postgresql://postgres" + port);
        url("a cloud", "lock-6-in-use", "jdbc:postgresql://shop.abc.eu-west-1.rds.amazonaws.com:5432/tests");
        url("a cloud in capitals", "lock-6-in-use", "jdbc:postgresql://SHOP.POSTGRES.DATABASE.AZURE.COM:5432/tests");
        allowed("a cloud among the allowed hosts", "shop.neon.tech", "lock-6-in-use");
        allowed("production's host among the allowed ones", "db-prod.example.com", "lock-6-in-use");
        allowed("the same in capitals", "DB-PROD1.EXAMPLE.COM", "lock-6-in-use");
        allowed("a wildcard among the allowed hosts", "*", "no plain name");
        allowed("a domain among the allowed hosts", "*.example.com", "no plain name");
    }

    private void allowed(String name, String host, String refusal) {
        all.add(new Hostile(
                "host: " + name,
                refusal,
                trial -> trial.attempt(() -> open(server.target(
                        "jdbc:postgresql://" + host.replace("*", "db.example.com") + ":5432/tests",
                        NamedPostgres.WALKER,
                        new Hosts(List.of(host), List.of()))))));
    }

    private void names() {
        for (String name : List.of("shop_prod", "PROD", "shopLive", "production2", "shopprod", "main", "db-master")) {
            all.add(new Hostile(
                    "name: database " + name,
                    "lock-6-in-use",
                    trial -> trial.attempt(() -> open(server.target(name)))));
        }
        all.add(new Hostile(
                "name: user prod_app",
                "lock-6-in-use",
                trial -> trial.attempt(() -> open(server.target(server.url("tests"), "prod_app", Hosts.NONE)))));
        all.add(new Hostile("name: a database beside it", "lock-6-in-use", trial -> {
            String own = marked();
            server.sql("postgres", "CREATE DATABASE shop_production");
            trial.attempt(() -> open(server.target(own)));
            server.sql("postgres", "DROP DATABASE shop_production");
        }));
    }

    private void named() {
        for (String name : List.of("postgres", "template1", "rdsadmin")) {
            all.add(new Hostile(
                    "named: " + name, "lock-1-own-database", trial -> trial.attempt(() -> open(server.target(name)))));
        }
        around(
                "named: a template",
                "lock-1-own-database",
                "ALTER DATABASE \"%s\" IS_TEMPLATE true",
                "ALTER DATABASE \"%s\" IS_TEMPLATE false");
        around(
                "named: of another owner",
                "lock-1-own-database",
                "ALTER DATABASE \"%s\" OWNER TO postgres",
                "ALTER DATABASE \"%s\" OWNER TO walker");
        all.add(new Hostile(
                "named: one that is not there",
                "cannot be used",
                trial -> trial.attempt(() -> open(server.target("absent")))));
        all.add(new Hostile(
                "named: with a wrong password",
                "password authentication failed",
                trial -> trial.attempt(() -> open(new ExternalTarget(
                        server.url("tests"), "walker", "guess", NamedPostgres.MARK, Hosts.NONE, Long.MAX_VALUE)))));
        around(
                "named: by a role that may not create databases",
                "no CREATEDB",
                "ALTER ROLE walker NOCREATEDB",
                "ALTER ROLE walker CREATEDB");
        around(
                "named: by a role with few connections",
                "CONNECTION LIMIT",
                "ALTER ROLE walker CONNECTION LIMIT 3",
                "ALTER ROLE walker CONNECTION LIMIT -1");
    }

    /** Statements of the superuser before and after, in which the name of a marked database is put in. */
    private void around(String name, String refusal, String before, String after) {
        all.add(new Hostile(name, refusal, trial -> {
            String own = marked();
            server.sql("postgres", before.formatted(own));
            trial.attempt(() -> open(server.target(own)));
            server.sql("postgres", after.formatted(own));
        }));
    }

    /** Statements of the superuser in a marked database. */
    private void inside(String name, String refusal, String... statements) {
        all.add(new Hostile(name, refusal, trial -> {
            marked();
            String own = freshlyMarked();
            server.sql(own, statements);
            trial.attempt(() -> open(server.target(own)));
            server.sql("postgres", "DROP DATABASE " + own);
        }));
    }

    private void objects() {
        String empty = "lock-4-empty";
        all.add(new Hostile("content: tables and no mark", empty, trial -> {
            server.sql("postgres", "CREATE DATABASE data_1 OWNER walker");
            server.sql("data_1", "CREATE TABLE customers (id int)");
            trial.attempt(() -> open(server.target("data_1")));
        }));
        all.add(new Hostile(
                "content: marking one with tables",
                empty,
                trial -> trial.attempt(() -> PostgresMarking.mark(server.target("data_1"), 1))));
        inside("content: a table", empty, "CREATE TABLE t (id int)");
        inside("content: a view", empty, "CREATE VIEW v AS SELECT 1 AS one");
        inside("content: a sequence", empty, "CREATE SEQUENCE s");
        inside("content: a function", empty, "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        inside("content: a schema", empty, "CREATE SCHEMA other");
        inside("content: a type", empty, "CREATE TYPE mood AS ENUM ('sad')");
        inside("content: a large object", empty, "SELECT lo_create(0)");
        inside("content: a publication", empty, "CREATE PUBLICATION p FOR ALL TABLES");
        inside("content: a table in the mark's schema", empty, "CREATE TABLE stairway.more (id int)");
        inside(
                "content: an operator that lies",
                empty,
                "CREATE FUNCTION public.lie(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                "CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = public.lie)");
        inside(
                "content: a log-in trigger that writes",
                "read-only transaction",
                "CREATE TABLE spied (at timestamptz)",
                "GRANT ALL ON spied TO PUBLIC",
                "CREATE FUNCTION spy() RETURNS event_trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO public.spied VALUES (now()); END'",
                "CREATE EVENT TRIGGER spy ON login EXECUTE FUNCTION spy()",
                "ALTER EVENT TRIGGER spy ENABLE ALWAYS");
    }

    private void marks() {
        String mark = "lock-2-mark";
        all.add(new Hostile("mark: none", mark, trial -> {
            server.sql("postgres", "CREATE DATABASE unmarked OWNER walker");
            trial.attempt(() -> open(server.target("unmarked")));
        }));
        all.add(new Hostile("mark: the POM says none", mark, trial -> {
            String own = marked();
            trial.attempt(() -> open(new ExternalTarget(
                    server.url(own), "walker", NamedPostgres.PASSWORD, "", Hosts.NONE, Long.MAX_VALUE)));
        }));
        all.add(new Hostile("mark: that of another project", mark, trial -> {
            String own = marked();
            trial.attempt(() -> open(new ExternalTarget(
                    server.url(own), "walker", NamedPostgres.PASSWORD, "other-tests-77", Hosts.NONE, Long.MAX_VALUE)));
        }));
        all.add(new Hostile("mark: copied with the database", mark, trial -> {
            String own = marked();
            server.sql("postgres", "CREATE DATABASE copied TEMPLATE " + own + " OWNER walker");
            trial.attempt(() -> open(server.target("copied")));
        }));
        all.add(new Hostile(
                "mark: marking the copy",
                mark,
                trial -> trial.attempt(() -> PostgresMarking.mark(server.target("copied"), 1))));
        inside(
                "mark: restored from another server's dump",
                mark,
                "UPDATE stairway.mark SET server = '7300000000000000001'");
        inside("mark: of another address", mark, "UPDATE stairway.mark SET place = 'ci.example.com:5432/tests'");
        inside(
                "mark: under another name of the host",
                mark,
                "UPDATE stairway.mark SET place = replace(place, '127.0.0.1', 'localhost')");
        inside("mark: expired", mark, "UPDATE stairway.mark SET expires_at = now() - interval '1 second'");
        inside("mark: of the future", mark, "UPDATE stairway.mark SET marked_at = now() + interval '1 day'");
        inside("mark: of another role", mark, "UPDATE stairway.mark SET owner = 'postgres'");
        inside("mark: two of them", mark, "INSERT INTO stairway.mark SELECT * FROM stairway.mark");
        inside("mark: empty", mark, "DELETE FROM stairway.mark");
        inside("mark: other columns", mark, "ALTER TABLE stairway.mark RENAME COLUMN token TO word");
        inside("mark: not readable", mark, "ALTER TABLE stairway.mark OWNER TO postgres");
        inside(
                "mark: a view in its place",
                mark,
                "ALTER TABLE stairway.mark RENAME TO hidden",
                "CREATE VIEW stairway.mark AS SELECT * FROM stairway.hidden");
        inside("mark: a table of rules", mark, "CREATE RULE spy AS ON INSERT TO stairway.mark DO ALSO NOTHING");
    }

    private void sessions() {
        String inUse = "lock-6-in-use";
        all.add(new Hostile("sessions: somebody in the named database", inUse, trial -> {
            String own = marked();
            try (Connection other = server.superuser(own)) {
                trial.attempt(() -> open(server.target(own)));
                other.isValid(1);
            }
        }));
        all.add(new Hostile("sessions: the same role by another program", inUse, trial -> {
            String own = marked();
            try (Connection other = server.as("walker", own)) {
                trial.attempt(() -> open(server.target(own)));
                other.isValid(1);
            }
        }));
        all.add(new Hostile("sessions: elsewhere, and we create roles", inUse, trial -> {
            String own = marked();
            server.sql("postgres", "ALTER ROLE walker CREATEROLE");
            try (Connection other = server.superuser("postgres")) {
                trial.attempt(() -> open(server.target(own)));
                other.isValid(1);
            }
            server.sql("postgres", "ALTER ROLE walker NOCREATEROLE");
        }));
        all.add(new Hostile("sessions: elsewhere, and we are a superuser", inUse, trial -> {
            String own = marked();
            server.sql("postgres", "ALTER ROLE walker SUPERUSER");
            try (Connection other = server.as("postgres", "template1")) {
                trial.attempt(() -> open(server.target(own)));
                other.isValid(1);
            }
            server.sql("postgres", "ALTER ROLE walker NOSUPERUSER");
        }));
    }

    private void serverInUse() {
        String inUse = "lock-6-in-use";
        all.add(new Hostile("server: a replication slot", inUse, trial -> {
            String own = marked();
            server.sql("postgres", "SELECT pg_create_physical_replication_slot('somebody')");
            trial.attempt(() -> open(server.target(own)));
            server.sql("postgres", "SELECT pg_drop_replication_slot('somebody')");
        }));
        around(
                "server: the database is read only",
                inUse,
                "ALTER DATABASE %s SET default_transaction_read_only TO on",
                "ALTER DATABASE %s RESET ALL");
        around(
                "server: the role is read only",
                inUse,
                "ALTER ROLE walker SET default_transaction_read_only TO on",
                "ALTER ROLE walker RESET default_transaction_read_only");
        inside(
                "server: a database that was large",
                inUse,
                "CREATE TABLE big AS SELECT repeat('x', 2000) AS text FROM generate_series(1, 33000)");
        all.add(new Hostile("server: larger than those of tests", inUse, trial -> {
            String own = marked();
            trial.attempt(() -> open(new ExternalTarget(
                    server.url(own), "walker", NamedPostgres.PASSWORD, NamedPostgres.MARK, Hosts.NONE, 10 << 20)));
        }));
    }

    /** Everything that somebody might hope for. */
    private void overrides() {
        for (String property : List.of(
                "migration.externalDatabases.disposable",
                "migration.disposable",
                "migration.allowedHosts",
                "migration.force",
                "migration.noLocks",
                "stairway.allowProduction")) {
            all.add(new Hostile("override: -D" + property, "lock-2-mark", trial -> {
                System.setProperty(property, "true," + NamedPostgres.MARK);
                try {
                    trial.attempt(() -> open(server.target("unmarked")));
                } finally {
                    System.clearProperty(property);
                }
            }));
        }
        all.add(new Hostile("override: -D of the host list", "lock-3-host", trial -> {
            System.setProperty("allowedHosts", "10.0.0.5");
            try {
                trial.attempt(() ->
                        open(server.target("jdbc:postgresql://10.0.0.5:5432/tests", NamedPostgres.WALKER, Hosts.NONE)));
            } finally {
                System.clearProperty("allowedHosts");
            }
        }));
    }
}
