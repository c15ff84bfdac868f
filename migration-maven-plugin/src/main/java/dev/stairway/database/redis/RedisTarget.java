package dev.stairway.database.redis;

import dev.stairway.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * A logical database of a server that the user named; its text holds no secret.
 *
 * @param tls true for {@code rediss}
 * @param host name or address
 * @param port of the server
 * @param number of the logical database
 * @param user empty for the server's default user
 * @param password never part of a URL; empty where none is asked for
 * @param disposable what the user says may be emptied, as {@code host:port/number}; empty where nothing was said
 */
public record RedisTarget(
        boolean tls, String host, int port, int number, String user, String password, String disposable) {

    private static final String SETTING = "<redisUrl> (-Dmigration.redisUrl)";

    /**
     * Reads {@code redis[s]://[user@]host:port/number}; all parts are asked for, so that nobody empties a database by a
     * default.
     *
     * @param disposable null for none
     * @param password null for none
     * @throws ProblemException when the URL is another one, or holds a password; the message does not repeat it
     */
    public static RedisTarget of(String url, String disposable, String password) {
        URI uri = uri(url);
        String user = Objects.requireNonNullElse(uri.getUserInfo(), "");
        boolean tls = "rediss".equals(uri.getScheme());
        boolean known = tls || "redis".equals(uri.getScheme());
        String path = Objects.requireNonNullElse(uri.getPath(), "");
        if (!known
                || uri.getHost() == null
                || uri.getPort() < 1
                || uri.getPort() > 65_535
                || !path.matches("/(0|[1-9][0-9]{0,5})")
                || uri.getQuery() != null
                || uri.getFragment() != null) {
            throw malformed();
        }
        return new RedisTarget(
                tls,
                uri.getHost(),
                uri.getPort(),
                Integer.parseInt(path.substring(1)),
                user,
                Objects.requireNonNullElse(password, ""),
                Objects.requireNonNullElse(disposable, "").strip());
    }

    private static URI uri(String url) {
        // Before it is taken apart: a password may hold characters that belong in no URL.
        String text = url.strip();
        int at = text.lastIndexOf('@');
        int start = text.indexOf("://");
        if (at >= 0 && start >= 0 && start < at && text.substring(start + 3, at).matches(".*(:|%3[aA]).*")) {
            throw ProblemException.setup(
                    "The Redis URL holds a password",
                    SETTING,
                    "",
                    "Take it out, since it would be in the POM or in the list of processes, and set the environment variable"
                            + " that <redisPasswordEnv> names; consider the password known, and change it",
                    null);
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Neither its message nor itself as a cause: both quote the text.
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.setup(
                "The Redis URL is not understood",
                SETTING,
                "",
                "Write redis://host:port/number, or rediss:// for TLS, with user@ in front of the host if need be",
                null);
    }

    /** Signs in as another user. */
    public RedisTarget withUser(String other) {
        return new RedisTarget(tls, host, port, number, other, password, disposable);
    }

    /** As the user has to repeat it: {@code localhost:6379/3}. */
    public String place() {
        return host + ":" + port + "/" + number;
    }

    RedisEndpoint endpoint() {
        return new RedisEndpoint(host, port, number, user, password, tls);
    }

    @Override
    public String toString() {
        return endpoint().toString();
    }
}
