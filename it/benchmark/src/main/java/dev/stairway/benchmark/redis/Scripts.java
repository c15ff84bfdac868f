package dev.stairway.benchmark.redis;

import dev.stairway.engine.ChangelogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A changelog with one migration that renames keys and back, as in the documentation. */
record Scripts(String from, String to, Path root) {

    private static final String TEXT = """
            -- stairway: keys %s*
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^%s(.+)$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, '%s' .. id)
              end
            end
            return #KEYS
            """;

    String up() {
        return TEXT.formatted(from, from, to);
    }

    String down() {
        return TEXT.formatted(to, to, from);
    }

    ChangelogSource written() {
        try {
            Path folder = Files.createDirectories(root.resolve("redis"));
            Files.writeString(folder.resolve("V007__update_key_format.up.lua"), up());
            Files.writeString(folder.resolve("V007__update_key_format.down.lua"), down());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new ChangelogSource("redis", List.of(root), Scripts.class.getClassLoader(), Map.of(), "", "");
    }
}
