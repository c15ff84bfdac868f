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

    /** What comes last counts. */
    static final String WITH_LOG = "appendonly yes\n";

    /** Inside a container. */
    static final int PORT = 6379;

    /** What would take the server out of our hands; managed servers refuse about the same. */
    private static final List<String> FORBIDDEN = List.of(
            "bgrewriteaof", "bgsave", "debug", "failover", "module", "replicaof", "save", "shutdown", "slaveof");

    private static final List<String> EVERYWHERE = List.of(
            "databases " + DATABASES,
            "daemonize no",
            // Nothing is written but what a checkpoint asks for; that needs neither compressing nor a checksum.
            "save \"\"",
            "appendonly no",
            ServerBooks.MONITOR,
            "rdbcompression no",
            "rdbchecksum no",
            // Kernels of some ARM machines lose data of forked children. Nothing here is forked for good.
            "ignore-warnings ARM64-COW-BUG");

    private Settings() {}

    static String file(ServerPlan plan, int port, Path directory) {
        List<String> lines = new ArrayList<>(List.of(
                "bind " + LoopbackPort.HOST,
                "port " + port,
                "protected-mode yes",
                "dir " + quoted(directory.toString()),
                // Keeps the path in the list of processes, by which a leftover can be told.
                "set-proc-title no"));
        lines.addAll(EVERYWHERE);
        if (plan.program().sinceSeven()) {
            lines.add("enable-debug-command local");
            lines.add(ServerBooks.NO_HISTOGRAMS);
        }
        lines.addAll(plan.settings());
        lines.addAll(users(plan.passwords()));
        return text(lines);
    }

    /** Of a server in a container, which is reached through the engine and keeps its states where nobody else gets at them. */
    static String contained(Passwords passwords, String directory) {
        List<String> lines = new ArrayList<>(List.of("port " + PORT, "protected-mode no", "dir " + quoted(directory)));
        lines.addAll(EVERYWHERE);
        lines.addAll(users(passwords));
        return text(lines);
    }

    /** What is added for a server since 7.0, which would refuse us otherwise. */
    static String containedSinceSeven() {
        return text(List.of(
                // Of the keeper, whose connection is not local; no other user may run the command.
                "enable-debug-command yes",
                // The name of the file in which the next state is kept.
                "enable-protected-configs yes",
                ServerBooks.NO_HISTOGRAMS));
    }

    private static List<String> users(Passwords passwords) {
        return List.of(
                // Nobody can be it, but the server reads its log as this user: without rights it drops every
                // transaction in
                // it, the effects of scripts among them, and starts as if all were well (seen with 7.0).
                "user default off resetpass ~* &* +@all",
                user(KEEPER, passwords.keeper()),
                user(USER, passwords.user()) + " -" + String.join(" -", FORBIDDEN));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String user(String name, String password) {
        return "user " + name + " on #" + Secrets.sha256(password) + " ~* &* +@all";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
