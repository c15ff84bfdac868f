package dev.stairway.database.redis;

import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's configuration file: https://redis.io/docs/latest/operate/oss_and_stack/management/config/
 *
 * <p>It holds digests of the passwords only: https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/
 */
final class Settings {

    /** The user that migrations and their checks work as. */
    static final String USER = "stairway";

    /** The user that keeps and restores states. */
    static final String KEEPER = "stairway-keeper";

    static final int DATABASES = 128;

    /** What would take the server out of our hands; managed servers refuse about the same. */
    private static final List<String> FORBIDDEN = List.of(
            "bgrewriteaof", "bgsave", "debug", "failover", "module", "replicaof", "save", "shutdown", "slaveof");

    private Settings() {}

    static String file(ServerPlan plan, int port, Path directory) {
        List<String> lines = new ArrayList<>(List.of(
                "bind " + LoopbackPort.HOST,
                "port " + port,
                "protected-mode yes",
                "databases " + DATABASES,
                "dir " + quoted(directory.toString()),
                "daemonize no",
                // Keeps the path in the list of processes, by which a leftover can be told.
                "set-proc-title no",
                // Nothing is written but what a checkpoint asks for; that needs neither compressing nor a checksum.
                "save \"\"",
                "appendonly no",
                ServerBooks.MONITOR,
                "rdbcompression no",
                "rdbchecksum no",
                // Kernels of some ARM machines lose data of forked children. Nothing here is forked for good.
                "ignore-warnings ARM64-COW-BUG"));
        if (plan.program().sinceSeven()) {
            lines.add("enable-debug-command local");
            lines.add(ServerBooks.NO_HISTOGRAMS);
        }
        lines.addAll(plan.settings());
        lines.add("user default off");
        lines.add(user(KEEPER, plan.passwords().keeper()));
        lines.add(user(USER, plan.passwords().user()) + " -" + String.join(" -", FORBIDDEN));
        return String.join("\n", lines) + "\n";
    }

    private static String user(String name, String password) {
        return "user " + name + " on #" + Secrets.sha256(password) + " ~* &* +@all";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
