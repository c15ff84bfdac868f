package dev.stairway.database.external;

import dev.stairway.problem.ProblemException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server of any product is, from a URL that can be read in one way only. Drivers read far more: several hosts,
 * scripts to run, classes to load.
 *
 * @param product in lower case, as the URL names it: {@code mariadb}
 * @param start all before the host
 * @param host in lower case, without brackets
 * @param database what follows the port, without the separator; may be empty where the product has one database alone
 * @param settings as written, with their separator; empty for none
 */
public record ServerUrl(String product, String start, String host, int port, String database, String settings) {

    private static final Pattern WHOLE =
            Pattern.compile("(jdbc:([a-z][a-z0-9]*)(?::[a-z0-9]+)*:@?//)(\\[[^\\]]*]|[^\\[\\]/?:;,@]*):([0-9]{1,5})"
                    + "(?:/([^?;]*))?([?;].*)?");

    /** One database by its name; no sub-protocol, behind which several hosts may stand. */
    private static final Pattern MYSQL = Pattern.compile("jdbc:(?:mariadb|mysql)://");

    private static final Pattern MYSQL_DATABASE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final Pattern MYSQL_SETTINGS = Pattern.compile("\\?sslMode=[A-Za-z_-]{1,20}");

    /** Not the files and memories of this JVM. https://h2database.com/html/features.html#database_url */
    private static final Pattern H2 = Pattern.compile("jdbc:h2:(?:tcp|ssl)://");

    private static final Pattern PATH = Pattern.compile("(?:~/|\\./|mem:|/)?[A-Za-z0-9_./-]*");
    private static final Pattern OTHER_SETTINGS = Pattern.compile(
            "(?:;(?:databaseName=[A-Za-z0-9_-]+|encrypt=[a-z]+|trustServerCertificate=(?:true|false)))*");
    private static final Pattern SECRET = Pattern.compile("(?i)pass|pwd|secret|token|user|%");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads it.
     *
     * @throws ProblemException when it is none, says more, or holds credentials; these are not repeated
     */
    static ServerUrl parse(String url, String setting) {
        Matcher whole = WHOLE.matcher(url.strip());
        if (!whole.matches()) {
            throw malformed(setting, "a part is missing, or written in an unusual way");
        }
        String settings = whole.group(6) == null ? "" : whole.group(6);
        String database = whole.group(5) == null ? "" : whole.group(5);
        if (SECRET.matcher(settings).find()) {
            throw credentials(setting);
        }
        ServerUrl read = new ServerUrl(
                whole.group(2),
                whole.group(1),
                host(whole.group(3), setting),
                port(whole.group(4), setting),
                database,
                settings);
        read.requirePlain(setting);
        return read;
    }

    private void requirePlain(String setting) {
        if (mysqlFamily()) {
            require(MYSQL.matcher(start).matches(), setting, "there is more between the product and the host");
            require(
                    MYSQL_DATABASE.matcher(database).matches(),
                    setting,
                    "the database is missing, or its name is unusual");
            require(
                    settings.isEmpty() || MYSQL_SETTINGS.matcher(settings).matches(),
                    setting,
                    "of parameters, sslMode alone may be set");
        } else if (product.equals("h2")) {
            require(H2.matcher(start).matches(), setting, "of H2, a server can be named, by tcp or ssl");
            require(!database.isEmpty() && plainPath(), setting, "the database is missing, or its path is unusual");
            require(settings.isEmpty(), setting, "H2's settings in the URL can run scripts");
        } else {
            require(plainPath(), setting, "the path is unusual");
            require(
                    OTHER_SETTINGS.matcher(settings).matches(),
                    setting,
                    "of settings, databaseName, encrypt and trustServerCertificate may be set");
        }
    }

    private boolean plainPath() {
        return PATH.matcher(database).matches() && !database.contains("..");
    }

    private static void require(boolean met, String setting, String reason) {
        if (!met) {
            throw malformed(setting, reason);
        }
    }

    private static int port(String written, String setting) {
        int port = Integer.parseInt(written);
        require(port >= 1 && port <= LAST_PORT, setting, "there is no port " + port);
        return port;
    }

    private static String host(String written, String setting) {
        String host = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
        String lower = host.toLowerCase(Locale.ROOT);
        // A capital letter outside ASCII may become a plain small one: the Kelvin sign is one.
        boolean ascii = host.chars().allMatch(c -> c < 128);
        require(
                ascii && Hosts.plain(lower) && written.startsWith("[") == lower.indexOf(':') >= 0,
                setting,
                "the host is no plain name or address");
        return lower;
    }

    /** A database is what others call a schema. */
    public boolean mysqlFamily() {
        return product.equals("mariadb") || product.equals("mysql");
    }

    /** For connections that need no database, of MariaDB and MySQL; else the whole. */
    public String server() {
        return mysqlFamily() ? start + authority() + "/" + settings : toString();
    }

    private String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** As the mark in the database names it: {@code localhost:3306/shop_tests}. */
    public String place() {
        return authority() + "/" + database + (settings.startsWith(";") ? settings : "");
    }

    private static ProblemException malformed(String setting, String reason) {
        return Lock.HOST.refuses(
                "The URL of the named database does not say plainly where it leads to",
                setting,
                reason,
                "Write jdbc:product://host:port/database (of H2 jdbc:h2:tcp://host:port/path) and nothing else, so that"
                        + " nobody is led to another server by a default");
    }

    private static ProblemException credentials(String setting) {
        return ProblemException.setup(
                "The URL of the named database holds credentials, and would show them in logs and process lists",
                setting,
                "",
                "Leave them out of the URL; user and password go into a <server> of settings.xml, the environment or a"
                        + " file. Consider the password known, and change it",
                null);
    }

    @Override
    public String toString() {
        return start + authority() + (database.isEmpty() ? "" : "/" + database) + settings;
    }
}
