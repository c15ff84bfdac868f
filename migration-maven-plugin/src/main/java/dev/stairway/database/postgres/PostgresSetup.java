package dev.stairway.database.postgres;

import dev.stairway.database.Profile;
import dev.stairway.database.process.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a server is set up that is started from an image; the same as an embedded one. Its text holds no secret. */
public final class PostgresSetup {

    private final String identity = "stairway-" + Secrets.random().substring(0, 32);
    private final String password = Secrets.random();

    /** Value of {@code cluster_name}. */
    public String identity() {
        return identity;
    }

    /** Never printed. */
    public String password() {
        return password;
    }

    /**
     * Variables that the images know: https://hub.docker.com/_/postgres
     *
     * <p>The server stores a password that is no password but a verifier as it is, so that the password itself is in no
     * environment: https://www.postgresql.org/docs/current/sql-createrole.html
     *
     * @param data directory to make the cluster in
     */
    public Map<String, String> environment(String data) {
        return Map.of(
                "POSTGRES_USER",
                Settings.SUPERUSER,
                "POSTGRES_PASSWORD",
                Scram.verifier(password),
                "POSTGRES_INITDB_ARGS",
                "--encoding=UTF8 --no-locale --no-sync --wal-segsize=1",
                "PGDATA",
                data);
    }

    /**
     * Arguments of the server, tuned for verdicts.
     *
     * @param major of the server; settings of later ones would keep it from starting
     */
    public List<String> arguments(int major) {
        List<String> arguments = new ArrayList<>();
        Settings.contained(major, Profile.FAST, identity).forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }

    @Override
    public String toString() {
        return "PostgresSetup";
    }
}
