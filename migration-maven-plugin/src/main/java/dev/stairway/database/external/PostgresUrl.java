package dev.stairway.database.external;

import dev.stairway.problem.ProblemException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL is, from a URL that can be read in one way only. The driver itself reads far more: several hosts, a
 * service file, class names.
 *
 * @param host in lower case, without brackets
 * @param database exactly as written
 * @param settings of the connection, by the driver's names
 */
public record PostgresUrl(String host, int port, String database, Map<String, String> settings) {

    private static final String START = "jdbc:postgresql:";
    private static final String FORM = "jdbc:postgresql://host:port/database";
    private static final Pattern WHOLE =
            Pattern.compile("jdbc:postgresql://(\\[[^\\]]*]|[^\\[\\]/?:,]*):([0-9]{1,5})/([^/?]*)(?:\\?(.*))?");
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._/\\\\: -]+");
    private static final Pattern SECRET = Pattern.compile("(?i)pass|pwd|secret|token|user|%");
    private static final Set<String> SSL_MODES = Set.of("disable", "prefer", "require", "verify-ca", "verify-full");
    private static final int LAST_PORT = 65_535;

    public PostgresUrl {
        settings = Map.copyOf(settings);
    }

    /** True for a URL of this product, well-formed or not. */
    static boolean isOne(String url) {
        return url.strip().toLowerCase(Locale.ROOT).startsWith(START);
    }

    /**
     * Reads it.
     *
     * @throws ProblemException when it is none, says more, or holds credentials; these are not repeated
     */
    static PostgresUrl parse(String url, String setting) {
        String text = url.strip();
        if (text.indexOf('@') >= 0) {
            throw credentials(setting);
        }
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw malformed(setting, reason(text));
        }
        String host = host(whole.group(1), setting);
        int port = Integer.parseInt(whole.group(2));
        String database = whole.group(3);
        if (port < 1 || port > LAST_PORT) {
            throw malformed(setting, "there is no port " + port);
        }
        if (!DATABASE.matcher(database).matches()) {
            throw malformed(setting, "the database is missing, or its name has other signs than A-Z a-z 0-9 _ -");
        }
        return new PostgresUrl(host, port, database, settings(whole.group(4), setting));
    }

    private static String host(String written, String setting) {
        String host = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
        String lower = host.toLowerCase(Locale.ROOT);
        // A capital letter outside ASCII may become a plain small one: the Kelvin sign is one.
        boolean ascii = host.chars().allMatch(c -> c < 128);
        if (!ascii || !Hosts.plain(lower) || written.startsWith("[") != lower.indexOf(':') >= 0) {
            throw malformed(setting, "the host is no plain name or address");
        }
        return lower;
    }

    private static Map<String, String> settings(String query, String setting) {
        Map<String, String> settings = new TreeMap<>();
        if (query == null) {
            return settings;
        }
        for (String pair : query.split("&", -1)) {
            int equal = pair.indexOf('=');
            String name = equal < 0 ? pair : pair.substring(0, equal);
            String value = equal < 0 ? "" : pair.substring(equal + 1);
            boolean known = name.equals("sslmode") && SSL_MODES.contains(value)
                    || name.equals("sslrootcert") && FILE.matcher(value).matches();
            if (!known && SECRET.matcher(name).find()) {
                throw credentials(setting);
            }
            if (!known || settings.put(name, value) != null) {
                throw malformed(
                        setting,
                        "of parameters, sslmode and sslrootcert may be set, each once and to one of their values");
            }
        }
        return settings;
    }

    private static String reason(String text) {
        if (!text.startsWith(START)) {
            return "it does not begin with " + START;
        }
        String authority =
                text.substring(START.length()).replaceFirst("^//", "").replaceFirst("[/?].*", "");
        if (authority.indexOf(',') >= 0) {
            return "it names several hosts";
        }
        return authority.matches(".*:[0-9]+")
                ? "a part is missing or written in an unusual way"
                : "the port is missing";
    }

    private static ProblemException malformed(String setting, String reason) {
        return Lock.HOST.refuses(
                "The URL of the named database does not say plainly where it leads to",
                setting,
                reason,
                "Write " + FORM + " and nothing else, so that nobody is led to another server by a default");
    }

    private static ProblemException credentials(String setting) {
        return ProblemException.setup(
                "The URL of the named database holds credentials, and would show them in logs and process lists",
                setting,
                "",
                "Write " + FORM
                        + "; user and password go into a <server> of settings.xml, the environment or a file. Consider"
                        + " the password known, and change it",
                null);
    }

    /** As the mark in the database names it: {@code localhost:5432/shop_tests}. */
    public String place() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "jdbc:postgresql://" + place();
    }
}
