package dev.stairway.database.redis;

/** Where a logical database is and who may enter it; its text holds no secret. */
public final class RedisEndpoint {

    private final String host;
    private final int port;
    private final int number;
    private final String user;
    private final String password;
    private final boolean tls;

    /**
     * Without TLS.
     *
     * @param number of the logical database
     * @param user empty for the server's default user
     * @param password empty where none is asked for
     */
    public RedisEndpoint(String host, int port, int number, String user, String password) {
        this(host, port, number, user, password, false);
    }

    /** @param tls true for a connection that is encrypted and whose server shows a certificate */
    RedisEndpoint(String host, int port, int number, String user, String password, boolean tls) {
        this.host = host;
        this.port = port;
        this.number = number;
        this.user = user;
        this.password = password;
        this.tls = tls;
    }

    /** The same server and user, another logical database. */
    public RedisEndpoint withNumber(int other) {
        return new RedisEndpoint(host, port, other, user, password, tls);
    }

    /** The same user and logical database by another way. */
    RedisEndpoint via(String otherHost, int otherPort) {
        return new RedisEndpoint(otherHost, otherPort, number, user, password, tls);
    }

    /** True where the connection is encrypted. */
    public boolean tls() {
        return tls;
    }

    /** Without the logical database, for a client library: {@code rediss://127.0.0.1:6379}. */
    public String address() {
        return (tls ? "rediss://" : "redis://") + host + ":" + port;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** Number of the logical database: https://redis.io/docs/latest/commands/select/ */
    public int number() {
        return number;
    }

    /** Empty for the server's default user. */
    public String user() {
        return user;
    }

    /** For a client library that connects on its own; never to be printed. Empty where none is asked for. */
    public String password() {
        return password;
    }

    /** For example {@code redis://127.0.0.1:6379/0}. */
    @Override
    public String toString() {
        return address() + "/" + number;
    }
}
