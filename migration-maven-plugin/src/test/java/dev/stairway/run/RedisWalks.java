package dev.stairway.run;

import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks one pair of Lua scripts given as text over given keys on a real Redis. */
public final class RedisWalks {

    /** The declaration of most cases. */
    static final String SESSIONS = "session:user:{id} -> session:v2:user:{id}";

    /** Moves the session of a user, knowing {@code key}, {@code id} and {@code to}. */
    static final String MOVE = "redis.call('RENAMENX', key, to)";

    private final Path folder;
    private final String release;
    private final StringBuilder keys = new StringBuilder();
    private String mapping = SESSIONS;
    private int rows = 12;
    private int writes = 3;
    private int clients;
    private final List<Path> reads = new ArrayList<>();
    private ClassLoader loader = getClass().getClassLoader();
    private DatabaseServer server;

    private RedisWalks(Path folder, String release) {
        this.folder = folder;
        this.release = release;
    }

    /** Ten sessions with a time to live, and a few other keys. */
    public static RedisWalks on(Path folder, String release) {
        RedisWalks walks = new RedisWalks(folder, release);
        walks.with("SET config:mode on");
        for (int i = 1; i <= 10; i++) {
            walks.with("SET session:user:" + i + " '{\"user\":" + i + "}' EX " + (5000 + i));
            walks.with("HSET cache:tool:" + i + " name tool" + i + " hits " + i);
        }
        return walks;
    }

    /** @param other instead of the embedded one */
    RedisWalks servedBy(DatabaseServer other) {
        server = other;
        return this;
    }

    RedisWalks with(String command) {
        keys.append(command).append('\n');
        return this;
    }

    public RedisWalks declaring(String text) {
        mapping = text;
        return this;
    }

    /** No keys besides the given ones. */
    public RedisWalks asGiven() {
        rows = 1;
        writes = 0;
        return this;
    }

    /** A file of commands that a release reads with. */
    RedisWalks reading(String name, String commands) {
        try {
            reads.add(Files.writeString(folder.resolve(name), commands));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What was found, for messages. */
    static String text(CellReport report) {
        return String.join(
                "\n",
                report.findings().stream()
                        .map(finding -> finding.rule().id() + " " + String.join("\n  ", finding.evidence()))
                        .toList());
    }

    /** With so many clients of each format; what they leave behind would show on the way from head to base. */
    RedisWalks live(int count) {
        clients = count;
        return this;
    }

    /** A script that does this with every session of the old format. */
    public static String up(String body) {
        return "-- stairway: keys session:user:*\n" + each("session:user:", "session:v2:user:", body);
    }

    /** A script that does this with every session of the new format. */
    public static String down(String body) {
        return "-- stairway: keys session:v2:user:*\n" + each("session:v2:user:", "session:user:", body);
    }

    private static String each(String from, String to, String body) {
        return """
                for _, key in ipairs(KEYS) do
                  local id = string.match(key, '^%s(%%d+)$')
                  if id and redis.call('EXISTS', key) == 1 then
                    local to = '%s' .. id
                    %s
                  end
                end
                """.formatted(from, to, body);
    }

    public CellReport walk(String up, String down) {
        try {
            Path scripts = Files.createDirectories(folder.resolve("redis"));
            String declaration = mapping.isEmpty() ? "" : "-- stairway: map " + mapping + "\n";
            Files.writeString(scripts.resolve("V1__sessions.up.lua"), declaration + up);
            if (down != null) {
                Files.writeString(scripts.resolve("V1__sessions.down.lua"), down);
            }
            return walk(Files.writeString(folder.resolve("keys.redis"), keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A migration that is a class, found as on a project's class path. */
    public CellReport walk(Class<?> migration) {
        try {
            Files.createDirectories(folder.resolve("redis"));
            Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
            Files.writeString(services.resolve("dev.stairway.redis.RedisMigration"), migration.getName() + "\n");
            URL[] classes = {folder.resolve("classes").toUri().toURL()};
            loader = new URLClassLoader(classes, getClass().getClassLoader());
            return walk(Files.writeString(folder.resolve("keys.redis"), keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CellReport walk(Path fixture) {
        ChangelogSource source =
                new ChangelogSource("redis", List.of(folder), loader, Map.of(), "", "", List.of(), reads, Map.of());
        Cell cell = new Cell(
                "changelog",
                "redis",
                source,
                new DatabaseRequest("redis", release),
                new Scenario("sample", rows, writes));
        Toolbox tools = new Toolbox(
                new RedisEngine(),
                Fingerprinters::open,
                RedisFiller.factory(new RedisData(List.of(fixture), List.of())));
        WalkOptions options = new WalkOptions(
                1,
                List.of(),
                List.of(),
                0,
                clients > 0,
                0,
                WalkOptions.Rows.GENERATED,
                new WalkOptions.Checks(clients, false, TimeLimits.NONE, StateRules.NONE, false));
        return new Stairway(cell, server == null ? TestServers.redis(release) : server, tools, options, Progress.SILENT)
                .walk();
    }
}
