package dev.stairway.database.external;

import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database that the user named; its text holds no secret.
 *
 * @param url without any credentials
 * @param user empty for none
 * @param password empty for none
 * @param mark what the mark in the database must say; empty where the POM says nothing
 * @param hosts that may be written to
 * @param maxServerBytes above which a server is taken for one in use
 * @param questions to products that are not known
 */
public record ExternalTarget(
        String url, String user, String password, String mark, Hosts hosts, long maxServerBytes, Questions questions) {

    /** Far above what databases of tests take, far below most that are in use. */
    public static final long MAX_SERVER_BYTES = 20L << 30;

    private static final String SETTING = "<externalDatabases>, <url>";

    /** Long enough that nobody writes it by accident. */
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,99}");

    private static final Pattern PRODUCT = Pattern.compile("jdbc:([a-z][a-z0-9]*):.*", Pattern.DOTALL);

    /** Of a product that is known. */
    public ExternalTarget(String url, String user, String password, String mark, Hosts hosts, long maxServerBytes) {
        this(url, user, password, mark, hosts, maxServerBytes, Questions.NONE);
    }

    public ExternalTarget {
        url = Objects.requireNonNullElse(url, "").strip();
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
        mark = Objects.requireNonNullElse(mark, "").strip();
        questions = Objects.requireNonNullElse(questions, Questions.NONE);
        if (!mark.isEmpty() && !MARK.matcher(mark).matches()) {
            throw ProblemException.setup(
                    "The mark of a named database is 8 to 100 letters, digits, periods, hyphens and underscores",
                    "<externalDatabases>, <disposable>",
                    "",
                    "Choose a text that belongs to this project and its tests alone, for example shop-tests-8c1f2a",
                    null);
        }
    }

    /**
     * Product by the URL.
     *
     * @return {@code postgresql}, {@code sqlite}, or as the URL calls it: {@code mariadb}
     */
    public String product() {
        if (PostgresUrl.isOne(url)) {
            return "postgresql";
        }
        if (url.toLowerCase(Locale.ROOT).startsWith("jdbc:sqlite:")) {
            return "sqlite";
        }
        Matcher other = PRODUCT.matcher(url);
        if (other.matches()) {
            return other.group(1);
        }
        throw ProblemException.setup(
                "No database of this kind can be named",
                SETTING,
                "the URL does not begin with jdbc: and a product",
                "Write one such as jdbc:mariadb://host:port/database; a Redis is named by <redisUrl>",
                null);
    }

    /** The URL taken apart. */
    public PostgresUrl postgresUrl() {
        return PostgresUrl.parse(url, SETTING);
    }

    /** The URL of any other product taken apart. */
    public ServerUrl serverUrl() {
        return ServerUrl.parse(url, SETTING);
    }

    /** The path of an SQLite file. */
    public Path sqliteFile() {
        return SqliteUrl.parse(url, SETTING);
    }

    /**
     * What the POM says the mark is.
     *
     * @throws ProblemException when it says nothing
     */
    public String requiredMark() {
        if (mark.isEmpty()) {
            throw Lock.MARK.refuses(
                    "The POM does not say by which mark the named database can be known",
                    "<externalDatabases>, <disposable>",
                    "it is not set",
                    "Choose a text that belongs to this project's tests alone, write it into <disposable> in the POM, and let"
                            + " the goal migration:mark-disposable put it into the empty database");
        }
        return mark;
    }

    /** Without user and password, and without what else might be in an ill-formed URL. */
    @Override
    public String toString() {
        return "a named database";
    }
}
