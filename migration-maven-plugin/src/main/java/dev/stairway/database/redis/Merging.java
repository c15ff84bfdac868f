package dev.stairway.database.redis;

import dev.stairway.database.redis.RedisDatabase.DumpFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Has a server read dumps beside the keys that it holds, and writes the next one meanwhile. */
final class Merging {

    private static final String RELOAD = "DEBUG RELOAD MERGE NOFLUSH NOSAVE";

    private final RedisConnection connection;
    private final Path dump;
    private final Path next;
    private boolean reading;

    /** @param dump where the server looks for its dump */
    Merging(RedisConnection connection, Path dump) {
        this.connection = connection;
        this.dump = dump;
        this.next = dump.resolveSibling("next-" + dump.getFileName());
    }

    void run(List<DumpFile> parts) throws IOException {
        try {
            for (DumpFile part : parts) {
                part.write(next);
                await();
                Files.move(next, dump, StandardCopyOption.REPLACE_EXISTING);
                connection.send(RedisConnection.bytes(RELOAD.split(" ")));
                connection.flush();
                reading = true;
            }
            await();
        } finally {
            // Also where the next part could not be written: a reply that stays behind would be taken for another one.
            if (reading && connection.open()) {
                connection.receive();
            }
            Files.deleteIfExists(next);
            Files.deleteIfExists(dump);
        }
    }

    private void await() {
        if (reading) {
            reading = false;
            if (connection.receive() instanceof RedisError error) {
                throw new RedisErrorException(error, RELOAD);
            }
        }
    }
}
