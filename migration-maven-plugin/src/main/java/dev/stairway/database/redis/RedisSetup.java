package dev.stairway.database.redis;

/**
 * How a server is set up that is started from an image; the same as an embedded one. Passwords stay inside: the
 * configuration holds digests of them.
 */
public final class RedisSetup {

    private final Passwords passwords = new Passwords();

    /** Port inside the container. */
    public int port() {
        return Settings.PORT;
    }

    /**
     * The configuration file.
     *
     * @param directory where the server keeps its files
     */
    public String configuration(String directory) {
        return Settings.contained(passwords, directory);
    }

    /** Further lines for a server since 7.0. */
    public String configurationSinceSeven() {
        return Settings.containedSinceSeven();
    }

    RedisEndpoint endpoint(RedisHost host) {
        return new RedisEndpoint(host.host(), host.port(), 0, Settings.USER, passwords.user());
    }

    RedisEndpoint keeper(RedisHost host) {
        return new RedisEndpoint(host.host(), host.port(), 0, Settings.KEEPER, passwords.keeper());
    }

    @Override
    public String toString() {
        return "RedisSetup";
    }
}
