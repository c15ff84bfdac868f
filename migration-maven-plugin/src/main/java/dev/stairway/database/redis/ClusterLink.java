package dev.stairway.database.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Sends each command to the server that holds its first key, and one that names no key to all of them; the reply is then
 * the first error, or that of the first server. Replies come in the order of the commands.
 */
final class ClusterLink implements RedisLink {

    private static final int WINDOW = 4096;

    private final RedisDatabase database;
    private final List<RedisConnection> nodes;
    private final List<RedisConnection> beside;
    private final KeyPlaces places;
    private final Deque<List<RedisConnection>> awaited = new ArrayDeque<>();

    private ClusterLink(RedisDatabase database, List<RedisConnection> nodes, List<RedisConnection> beside) {
        this.database = database;
        this.nodes = nodes;
        this.beside = beside;
        this.places = new KeyPlaces(beside.get(0));
    }

    static ClusterLink open(RedisDatabase database) {
        List<RedisConnection> nodes = new ArrayList<>();
        List<RedisConnection> beside = new ArrayList<>();
        try {
            for (RedisEndpoint node : database.nodes()) {
                nodes.add(RedisConnection.open(node));
                beside.add(RedisConnection.open(node));
            }
            return new ClusterLink(database, nodes, beside);
        } catch (RuntimeException e) {
            nodes.forEach(RedisConnection::close);
            beside.forEach(RedisConnection::close);
            throw e;
        }
    }

    @Override
    public Object call(String... command) {
        return call(RedisConnection.bytes(command));
    }

    @Override
    public Object call(byte[]... command) {
        send(command);
        Object reply = receive();
        if (reply instanceof RedisError error) {
            throw new RedisErrorException(error, CommandText.of(command));
        }
        return reply;
    }

    @Override
    public List<Object> pipeline(List<byte[][]> commands) {
        List<Object> replies = new ArrayList<>(commands.size());
        int sent = 0;
        List<RedisConnection> transaction = List.of();
        while (replies.size() < commands.size()) {
            while (sent < commands.size() && sent - replies.size() < WINDOW) {
                byte[][] command = commands.get(sent);
                if (is(command, "MULTI")) {
                    transaction = ofTransaction(commands.subList(sent, commands.size()));
                }
                send(transaction.isEmpty() ? servers(command) : transaction, command);
                if (is(command, "EXEC") || is(command, "DISCARD")) {
                    transaction = List.of();
                }
                sent++;
            }
            replies.add(receive());
        }
        return replies;
    }

    /** Where the first key is that comes behind MULTI. */
    private List<RedisConnection> ofTransaction(List<byte[][]> commands) {
        return commands.stream()
                .takeWhile(command -> !is(command, "EXEC"))
                .map(this::servers)
                .filter(to -> to.size() == 1)
                .findFirst()
                .orElse(nodes);
    }

    private static boolean is(byte[][] command, String name) {
        return command.length == 1 && new String(command[0], StandardCharsets.UTF_8).equalsIgnoreCase(name);
    }

    @Override
    public void send(byte[]... command) {
        send(servers(command), command);
    }

    private List<RedisConnection> servers(byte[]... command) {
        Optional<byte[]> key = places.first(command);
        return key.isPresent() ? List.of(nodes.get(database.nodeOf(key.get()))) : nodes;
    }

    private void send(List<RedisConnection> to, byte[]... command) {
        to.forEach(node -> node.send(command));
        awaited.add(to);
    }

    @Override
    public Object receive() {
        // So that the others work while this one is waited for.
        nodes.forEach(RedisConnection::flush);
        Object reply = null;
        List<RedisConnection> from = awaited.remove();
        for (int i = 0; i < from.size(); i++) {
            Object next = from.get(i).receive();
            if (i == 0 || next instanceof RedisError && !(reply instanceof RedisError)) {
                reply = next;
            }
        }
        return reply;
    }

    /** COPY refuses two slots, so the value travels by way of here; both servers have the same version. */
    @Override
    public void sendCopy(byte[] from, byte[] to) {
        RedisConnection source = beside.get(database.nodeOf(from));
        long ttl = (Long) source.call(RedisConnection.bytes("PTTL"), from);
        byte[] value = (byte[]) source.call(RedisConnection.bytes("DUMP"), from);
        send(
                RedisConnection.bytes("RESTORE"),
                to,
                RedisConnection.bytes(Long.toString(Math.max(0, ttl))),
                value == null ? new byte[0] : value);
    }

    @Override
    public List<RedisConnection> nodes() {
        return beside;
    }

    @Override
    public boolean open() {
        return nodes.stream().allMatch(RedisConnection::open) && beside.stream().allMatch(RedisConnection::open);
    }

    @Override
    public void close() {
        nodes.forEach(RedisConnection::close);
        beside.forEach(RedisConnection::close);
    }

    @Override
    public String toString() {
        return "connections to " + Arrays.toString(database.nodes().toArray());
    }
}
