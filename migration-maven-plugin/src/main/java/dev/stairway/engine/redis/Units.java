package dev.stairway.engine.redis;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.Position;
import dev.stairway.engine.ReleaseReads;
import dev.stairway.problem.ProblemException;
import dev.stairway.redis.RedisMigration;
import dev.stairway.redis.RedisMigrationContext;
import dev.stairway.script.redis.Parameters;
import dev.stairway.script.redis.RedisCommandFile;
import dev.stairway.script.redis.RedisFileName.Kind;
import dev.stairway.script.redis.RedisHeader;
import dev.stairway.script.redis.RedisHeader.Declared;
import dev.stairway.script.redis.RedisScript;
import dev.stairway.script.redis.RedisVersion;
import java.util.List;
import java.util.Optional;

/** Makes migrations of scripts and of classes. */
final class Units {

    private final ChangelogSource source;

    Units(ChangelogSource source) {
        this.source = source;
    }

    Unit of(RedisScript up, Optional<RedisScript> down) {
        RedisScript there = replaced(up);
        Optional<RedisScript> back = down.map(this::replaced);
        String stem = up.name().file().replaceFirst("\\.up\\.(lua|redis)$", "");
        Migration migration = new Migration(
                stem,
                stem.substring(0, stem.indexOf("__")),
                "",
                up.file(),
                1,
                up.name().description(),
                // The parameters' values are not part of it: they differ from place to place.
                Checksum.of(up.text(), down.map(RedisScript::text).orElse("")),
                back.map(half -> half.empty() ? Rollback.EMPTY : Rollback.WRITTEN)
                        .orElse(Rollback.MISSING),
                false,
                false,
                there.text() + back.map(half -> "\n" + half.text()).orElse(""),
                Optional.empty(),
                mappings(there),
                ReleaseReads.NONE,
                new Position(back.orElse(there).file(), 1));
        return new Unit(migration, up.name().version(), Optional.of(there), back, Optional.empty());
    }

    private RedisScript replaced(RedisScript script) {
        String text = Parameters.replace(script.file(), script.text(), source.parameters());
        RedisScript replaced = RedisScript.of(script.name(), script.file(), text);
        if (script.name().kind() == Kind.REDIS) {
            RedisCommandFile.parse(script.file(), text);
            refuseKeys(replaced);
        }
        KeyChoice.of(replaced);
        return replaced;
    }

    private static void refuseKeys(RedisScript script) {
        if (script.header().keys().isPresent()) {
            throw ProblemException.migrations(
                    "A command file cannot work on the keys of a pattern",
                    script.file(),
                    "stairway: keys " + script.header().keys().get(),
                    "Write it as a Lua script, which gets the keys in KEYS.",
                    null);
        }
    }

    private static List<KeyMapping> mappings(RedisScript script) {
        RedisHeader header = script.header();
        return header.mappings().stream()
                .map(declared -> mapping(script.file(), declared))
                .toList();
    }

    private static KeyMapping mapping(String file, Declared declared) {
        return mapping(file + (declared.line() > 0 ? ":" + declared.line() : ""), declared.text());
    }

    private static KeyMapping mapping(String where, String text) {
        try {
            return KeyMapping.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.migrations(
                    "A declared mapping is not understood: " + wrong.getMessage(),
                    where,
                    "map " + text,
                    "Write for example: map session:user:{id} -> session:v2:user:{id} value unchanged ttl unchanged",
                    wrong);
        }
    }

    Unit of(RedisMigration code) {
        String type = code.getClass().getName();
        RedisVersion version = version(code, type);
        String checksum = code.checksum().isEmpty() ? Checksum.of(type) : Checksum.of(code.checksum());
        Migration migration = new Migration(
                "V" + code.version() + "__" + code.getClass().getSimpleName(),
                "V" + code.version(),
                "",
                type,
                0,
                code.description(),
                checksum,
                goesBack(code) ? Rollback.WRITTEN : Rollback.MISSING,
                false,
                false,
                "",
                Optional.empty(),
                code.mappings().stream().map(text -> mapping(type, text)).toList(),
                ReleaseReads.NONE,
                new Position(type, 0));
        return new Unit(migration, version, Optional.empty(), Optional.empty(), Optional.of(code));
    }

    private static RedisVersion version(RedisMigration code, String type) {
        if (code.version() == null || !code.version().matches("\\d+([._]\\d+)*")) {
            throw ProblemException.migrations(
                    "The version of a migration cannot be read",
                    type,
                    "version() returns " + code.version(),
                    "Return a number, for example 008 or 1.2.",
                    null);
        }
        return RedisVersion.of(code.version());
    }

    private static boolean goesBack(RedisMigration code) {
        try {
            return !code.getClass()
                    .getMethod("down", RedisMigrationContext.class)
                    .getDeclaringClass()
                    .equals(RedisMigration.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
