package dev.stairway.backup.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisError;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * DUMP and RESTORE of every key, through a client's connection, with the moment at which it expires; and of the functions:
 * https://redis.io/docs/latest/commands/dump/, https://redis.io/docs/latest/commands/function-dump/. Nobody may write meanwhile.
 */
final class KeyByKey implements RedisTool.Way {

    private static final String NAME = "keys.bin";
    private static final int PAGE = 256;

    /** Instead of the length of a key, behind the last one. */
    private static final int END = -1;

    @Override
    public String name() {
        return "dump-restore";
    }

    @Override
    public void save(RedisDatabase database, Path directory) throws IOException {
        try (RedisConnection connection = database.connect();
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(directory.resolve(NAME))))) {
            write(out, functions(connection));
            String cursor = "0";
            do {
                List<?> page = (List<?>) connection.call("SCAN", cursor, "COUNT", Integer.toString(PAGE));
                saveKeys(connection, (List<?>) page.get(1), out);
                cursor = new String((byte[]) page.get(0), StandardCharsets.US_ASCII);
            } while (!cursor.equals("0"));
            out.writeInt(END);
        }
    }

    /** There are none before 7.0. */
    private static byte[] functions(RedisConnection connection) {
        List<byte[][]> question = List.<byte[][]>of(bytes("FUNCTION", "DUMP"));
        Object reply = connection.pipeline(question).get(0);
        return reply instanceof byte[] dump ? dump : new byte[0];
    }

    private static void saveKeys(RedisConnection connection, List<?> scanned, DataOutputStream out) throws IOException {
        List<byte[]> keys = scanned.stream().map(key -> (byte[]) key).toList();
        List<byte[][]> commands = new ArrayList<>();
        keys.forEach(key -> commands.add(new byte[][] {bytes("DUMP"), key}));
        List<Object> replies = connection.pipeline(commands);
        long[] expiries = new Expiries(connection).of(keys);
        for (int i = 0; i < expiries.length; i++) {
            // Null when it has expired meanwhile.
            if (sound(replies.get(i)) instanceof byte[] dump) {
                write(out, keys.get(i));
                write(out, dump);
                out.writeLong(expiries[i]);
            }
        }
    }

    @Override
    public void load(Path directory, RedisDatabase database) throws IOException {
        try (RedisConnection connection = database.connect();
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(directory.resolve(NAME))))) {
            byte[] functions = in.readNBytes(in.readInt());
            if (functions.length > 0) {
                connection.call(bytes("FUNCTION"), bytes("RESTORE"), functions, bytes("FLUSH"));
            }
            List<byte[][]> commands = new ArrayList<>();
            for (int length = in.readInt(); length != END; length = in.readInt()) {
                commands.add(restore(in.readNBytes(length), in.readNBytes(in.readInt()), in.readLong()));
                if (commands.size() == PAGE) {
                    send(connection, commands);
                }
            }
            send(connection, commands);
        }
    }

    /** A scan may have returned a key twice. */
    private static byte[][] restore(byte[] key, byte[] dump, long expiry) {
        return new byte[][] {
            bytes("RESTORE"), key, bytes(Long.toString(expiry)), dump, bytes("REPLACE"), bytes("ABSTTL")
        };
    }

    private static void send(RedisConnection connection, List<byte[][]> commands) throws IOException {
        for (Object reply : connection.pipeline(commands)) {
            if (reply instanceof RedisError error) {
                throw new IOException("RESTORE: " + error.text());
            }
        }
        commands.clear();
    }

    private static Object sound(Object reply) throws IOException {
        if (reply instanceof RedisError error) {
            throw new IOException("DUMP: " + error.text());
        }
        return reply;
    }

    private static void write(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }
}
