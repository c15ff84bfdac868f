package dev.stairway.database.mariadb;

import dev.stairway.database.Profile;
import dev.stairway.database.process.LoopbackPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's configuration file. See the <a href="https://mariadb.com/kb/en/mariadbd-options/">options</a>. */
final class Settings {

    /** Whom migrations run as. */
    static final String USER = "stairway";

    /** Every database that we make begins like this, and nothing else is open to the user. */
    static final String DATABASES = "stairway\\_%";

    private Settings() {}

    /** @param root true when the server has to be told that it may run as root */
    static String file(Installation installation, Path directory, int port, Profile profile, boolean root) {
        List<String> lines = new ArrayList<>(List.of(
                "[mariadbd]",
                "basedir=" + quoted(installation.home()),
                "datadir=" + quoted(directory.resolve("data")),
                "tmpdir=" + quoted(directory.resolve("tmp")),
                "lc-messages-dir=" + quoted(installation.home().resolve("share")),
                "character-sets-dir=" + quoted(installation.home().resolve("share/charsets")),
                "bind-address=" + LoopbackPort.HOST,
                "port=" + port,
                // Below the data directory, since the name of a socket must not be long.
                "socket=s",
                "pid-file=pid",
                "skip-name-resolve",
                // It would make keys for TLS at each start, which takes seconds, for a port of the loopback.
                "skip-ssl",
                "skip-log-bin",
                "performance-schema=0",
                "max-connections=60",
                "character-set-server=utf8mb4",
                "default-time-zone=+00:00",
                "event-scheduler=OFF",
                "innodb-buffer-pool-size=64M",
                "innodb-log-file-size=8M",
                "innodb-undo-tablespaces=0",
                "innodb-data-file-path=ibdata1:4M:autoextend",
                "innodb-temp-data-file-path=ibtmp1:4M:autoextend",
                "aria-log-file-size=8M",
                "key-buffer-size=8M",
                "aria-pagecache-buffer-size=8M"));
        if (!profile.worksInBackground()) {
            lines.add("innodb-stats-auto-recalc=0");
        }
        if (!profile.durable()) {
            // Nothing is flushed for data that is thrown away.
            lines.addAll(
                    List.of("innodb-flush-log-at-trx-commit=0", "innodb-doublewrite=0", "innodb-flush-method=nosync"));
        }
        if (root) {
            lines.add("user=root");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "/") + '"';
    }

    /** Statements that the server runs before it accepts a connection: nobody but our own user may log in. */
    static String firstStatements(String password) {
        return "DELETE FROM mysql.global_priv WHERE User = 'root' OR User = '';\n"
                + "DELETE FROM mysql.proxies_priv;\n"
                + "FLUSH PRIVILEGES;\n"
                + "CREATE USER '" + USER + "'@'" + LoopbackPort.HOST + "' IDENTIFIED BY '" + password + "';\n"
                + "GRANT ALL PRIVILEGES ON `" + DATABASES + "`.* TO '" + USER + "'@'" + LoopbackPort.HOST + "';\n";
    }
}
