package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisEndpoint;
import dev.stairway.engine.Interleaving;
import dev.stairway.problem.ProblemException;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import java.util.List;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisClientConfig;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.Config;

/** Redisson on one database: its servers by wire, and its high-level client for the lock and for Java migrations. */
final class Client implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;

    private final RedisEndpoint endpoint;
    private final RedisLimits limits;
    private final Threads threads = new Threads();
    private final Recorder recorder = new Recorder(this::pause);
    private final Topology topology;
    private RedissonClient redisson;
    private volatile Interleaving interleaving = Interleaving.NONE;

    private Client(RedisEndpoint endpoint, RedisLimits limits) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.topology = new Topology(endpoint, this::lowLevel, limits.timeout());
    }

    /**
     * Connects.
     *
     * @throws ProblemException when the server cannot be reached or refuses
     */
    static Client open(RedisEndpoint endpoint, RedisLimits limits) {
        Client client = new Client(endpoint, limits);
        try {
            client.topology.read();
            client.redisson = Redisson.create(client.config());
            return client;
        } catch (ReplyException | RedisException refused) {
            client.close();
            String seen = refused instanceof ReplyException reply ? reply.getMessage() : ServerError.text(refused);
            throw ProblemException.setup(
                    "The Redis engine cannot connect",
                    endpoint.toString(),
                    seen,
                    Advice.of(seen).orElse(Advice.REACH),
                    refused);
        } catch (RuntimeException | Error failed) {
            client.close();
            throw failed;
        }
    }

    private RedisClient lowLevel(RedisEndpoint server) {
        RedisClientConfig config = new RedisClientConfig()
                .setAddress(server.address())
                .setDatabase(server.number())
                .setConnectTimeout(CONNECT_MILLIS)
                .setCommandTimeout(CONNECT_MILLIS)
                .setGroup(threads.events)
                .setExecutor(threads.executor)
                .setTimer(threads.timer)
                .setResolverGroup(DefaultAddressResolverGroup.INSTANCE);
        if (!server.password().isEmpty()) {
            config.setUsername(server.user().isEmpty() ? null : server.user()).setPassword(server.password());
        }
        return RedisClient.create(config);
    }

    /** Small pools, nothing in the background but the renewal of the lock, and nothing that is sent twice. */
    private Config config() {
        Config config = new Config()
                .setCodec(StringCodec.INSTANCE)
                .setEventLoopGroup(threads.events)
                .setExecutor(threads.executor)
                // A server may forget scripts at any time; the lock's are short.
                .setUseScriptCache(false)
                .setLockWatchdogTimeout(limits.lockLease().toMillis())
                .setAddressResolverGroupFactory((channel, socket, provider) -> DefaultAddressResolverGroup.INSTANCE)
                .setNettyHook(recorder);
        if (!endpoint.password().isEmpty()) {
            config.setUsername(endpoint.user().isEmpty() ? null : endpoint.user())
                    .setPassword(endpoint.password());
        }
        String address = endpoint.address();
        if (topology.cluster()) {
            bounded(config.useClusterServers()
                    .addNodeAddress(address)
                    .setMasterConnectionMinimumIdleSize(1)
                    .setMasterConnectionPoolSize(4)
                    .setReadMode(org.redisson.config.ReadMode.MASTER)
                    .setSubscriptionConnectionMinimumIdleSize(0));
        } else {
            bounded(config.useSingleServer()
                    .setAddress(address)
                    .setDatabase(endpoint.number())
                    .setConnectionMinimumIdleSize(1)
                    .setConnectionPoolSize(4)
                    .setSubscriptionConnectionMinimumIdleSize(0)
                    .setDnsMonitoringInterval(-1));
        }
        return config;
    }

    private void bounded(BaseConfig<?> servers) {
        servers.setRetryAttempts(0)
                .setConnectTimeout(CONNECT_MILLIS)
                .setTimeout((int) limits.timeout().toMillis())
                .setPingConnectionInterval(0);
    }

    RedissonClient redisson() {
        return redisson;
    }

    void interleave(Interleaving other) {
        interleaving = other;
    }

    /** Lets others work before these commands, where that was asked for. */
    void pause(List<? extends List<?>> commands) {
        Interleaving asked = interleaving;
        if (asked != Interleaving.NONE) {
            asked.between()
                    .accept(commands.stream()
                            .flatMap(command -> Named.keys(command).stream())
                            .toList());
        }
    }

    /** Says that a call has been answered, which may end the step. */
    void called() {
        interleaving.after().run();
    }

    /** Most keys per call, however many the script bears. */
    int mostKeys() {
        return interleaving.batch();
    }

    /** Without a bound while others are let in between: what they cost is not the migration's. */
    Duration maxBlock(Duration declared) {
        return interleaving == Interleaving.NONE ? declared : Duration.ofDays(1);
    }

    /** Most keys that one SCAN looks at, most of which are none of the migration's. */
    int mostLooked() {
        return (int) Math.min(Integer.MAX_VALUE, 4L * interleaving.batch());
    }

    Topology topology() {
        return topology;
    }

    Recorder recorder() {
        return recorder;
    }

    RedisEndpoint endpoint() {
        return endpoint;
    }

    /** The wires to all servers that hold keys. */
    List<Node> nodes() {
        return topology.nodes();
    }

    /** Another connection to a server, which can speak while the first one waits; the caller closes it. */
    Wire besides(Node node, Duration timeout) {
        // Without a logical database: SELECT is not answered by a server that is busy with a script.
        RedisEndpoint server = node.endpoint();
        return new Wire(lowLevel(server.withNumber(0)), timeout);
    }

    @Override
    public void close() {
        if (redisson != null) {
            redisson.shutdown(0, 2, java.util.concurrent.TimeUnit.SECONDS);
        }
        topology.close();
        threads.close();
    }
}
