package dev.stairway.measure.traffic.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.measure.traffic.Clients;
import dev.stairway.measure.traffic.Probe;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import dev.stairway.measure.traffic.TrafficOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Clients of Redis: one that writes a key of its own, one that reads that, and one for each pattern that reads keys of it.
 * The server does one thing at a time, so that every client waits for whatever keeps it busy; a slow reader has nothing to
 * hold, and a workload is SQL.
 */
public final class RedisTrafficClients implements Clients {

    /** What clients of the server itself are said to work on. */
    static final String SERVER = "the server";

    /** Begins like the keys of our engine, which every reading of the data leaves out. */
    private static final String OWN = "{stairway}:traffic";

    /** If nobody deletes it: the server was stopped and came again. */
    private static final String LIFE_MILLIS = "60000";

    private static final int MOST_PATTERNS = 12;

    private final RedisDatabase database;
    private final TrafficOptions options;

    public RedisTrafficClients(RedisDatabase database, TrafficOptions options) {
        this.database = database;
        this.options = options;
    }

    @Override
    public List<Probe> open(Collection<String> patterns) {
        List<Probe> probes = new ArrayList<>();
        try {
            for (String pattern :
                    patterns.stream().distinct().limit(MOST_PATTERNS).toList()) {
                List<byte[][]> reads = reads(pattern);
                if (!reads.isEmpty()) {
                    probes.add(new RedisProbe(this::connect, pattern, Kind.READ, reads, List.of()));
                }
            }
            List<byte[][]> last = command("DEL", OWN);
            probes.add(new RedisProbe(this::connect, SERVER, Kind.READ, command("GET", OWN), List.of()));
            probes.add(new RedisProbe(
                    this::connect, SERVER, Kind.WRITE, command("SET", OWN, "traffic", "PX", LIFE_MILLIS), last));
            return probes;
        } catch (RuntimeException failed) {
            probes.forEach(Probe::close);
            throw failed;
        }
    }

    private static List<byte[][]> command(String... words) {
        return List.<byte[][]>of(RedisConnection.bytes(words));
    }

    private List<byte[][]> reads(String pattern) {
        try (RedisLink link = connect()) {
            return KeySample.reads(link, pattern);
        }
    }

    private RedisLink connect() {
        RedisLink link = database.link();
        link.nodes().forEach(node -> node.timeout(options.timeout()));
        return link;
    }

    @Override
    public Ending hold(Collection<String> patterns) {
        return () -> {};
    }
}
