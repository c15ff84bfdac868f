package dev.stairway.database.external;

import dev.stairway.database.redis.RedisTarget;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A database that is operated on under its own name, and not for a test; its text holds no secret.
 *
 * @param url without any credentials: {@code jdbc:postgresql://host:port/database}, {@code jdbc:sqlite:} and an absolute path,
 *     or {@code redis://host:port/number}
 * @param user empty for none
 * @param password empty for none
 */
public record NamedTarget(String url, String user, String password) {

    private static final String SETTING = "<url> (-Dmigration.url)";

    public NamedTarget {
        url = Objects.requireNonNullElse(url, "").strip();
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /**
     * Product by the URL.
     *
     * @return {@code postgresql}, {@code sqlite} or {@code redis}
     * @throws ProblemException when it is another one; the URL is not repeated
     */
    public String product() {
        String text = url.toLowerCase(Locale.ROOT);
        if (PostgresUrl.isOne(url)) {
            return "postgresql";
        }
        if (text.startsWith("jdbc:sqlite:")) {
            return "sqlite";
        }
        if (text.startsWith("redis:") || text.startsWith("rediss:")) {
            return "redis";
        }
        throw ProblemException.setup(
                url.isEmpty() ? "No database is named" : "No database of this kind can be operated on",
                SETTING,
                "",
                "Write jdbc:postgresql://host:port/database, jdbc:sqlite: and an absolute path, or redis://host:port/number",
                null);
    }

    /**
     * Where it is, for people and files.
     *
     * @throws ProblemException when the URL says more than that, credentials above all
     */
    public String place() {
        return switch (product()) {
            case "postgresql" -> postgresUrl().toString();
            case "sqlite" -> "jdbc:sqlite:" + sqliteFile();
            default -> RedisTarget.of(url, null, null).toString();
        };
    }

    /** The URL of a PostgreSQL taken apart. */
    public PostgresUrl postgresUrl() {
        return PostgresUrl.parse(url, SETTING);
    }

    /** The path of an SQLite file. */
    public Path sqliteFile() {
        return SqliteUrl.parse(url, SETTING);
    }

    /** Without user and password, and without what else might be in an ill-formed URL. */
    @Override
    public String toString() {
        return "a named database";
    }
}
