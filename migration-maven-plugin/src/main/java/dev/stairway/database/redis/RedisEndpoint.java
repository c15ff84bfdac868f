package dev.stairway.database.redis;

/** Where a logical database is and who may enter it; its text holds no secret. */
public final class RedisEndpoint {

    private final String host;
    private final int port;
    private final int number;
    private final String user;
    private final String password;

    /**
     * @param number of the logical database
     * @param user empty for the server's default user
     * @param password empty where none is asked for
     */
    public RedisEndpoint(String host, int port, int number, String user, String password) {
        this.host = host;
        this.port = port;
        this.number = number;
        this.user = user;
        this.password = password;
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
        return "redis://" + host + ":" + port + "/" + number;
    }
}
