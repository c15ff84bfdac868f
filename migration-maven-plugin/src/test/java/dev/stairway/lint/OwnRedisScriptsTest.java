package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Targets.Version;
import dev.stairway.script.redis.call.RedisCallReader;
import dev.stairway.script.sql.SqlStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Migrations of this repository that are right, and those that are wrong on purpose. */
class OwnRedisScriptsTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();

    /** What is wrong with them is what the projects they stand in are about. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "it/src/it/verify-redis-lost-expiry-fails/src/main/redis/V008__tool_cache.up.lua", List.of("ttl-lost"),
            "it/src/it/verify-redis-endless-script-fails/src/main/redis/V1__endless.up.lua", List.of("lua-long-loop"),
            "it/src/it/verify-redis-active-sessions-fails/src/main/redis/V007__update_session_key_format.up.lua",
                    List.of("rename-overwrites"),
            "it/src/demo/shop/src/main/redis/V002__carts_of_customers.up.lua", List.of("ttl-lost"));

    @TestFactory
    Stream<DynamicTest> nothingIsSaidOfThemButWhatIsWrongOnPurpose() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("it/src"))) {
            List<Path> ups = files.filter(file -> file.toString().matches(".*/src/main/redis/.*\\.up\\.(lua|redis)"))
                    .sorted()
                    .toList();
            assertThat(ups).hasSizeGreaterThan(10);
            return ups.stream().map(up -> DynamicTest.dynamicTest(name(up), () -> check(up)));
        }
    }

    private static String name(Path up) {
        return ROOT.relativize(up).toString().replace('\\', '/');
    }

    private static void check(Path up) throws IOException {
        assertThat(RedisCallReader.read(up.toString(), Files.readString(up)).notCovered())
                .isEmpty();
        List<LintRule> on =
                Catalogue.rules().stream().filter(rule -> rule.facts().on()).toList();
        List<String> said = new Linter(on)
                        .judge(new Release(
                                "redis",
                                List.of(),
                                List.of(List.of(migration(up))),
                                Setting.of(new Targets("redis", List.of(Version.of("6.2"), Version.of("7.0"))))))
                        .remarks()
                        .stream()
                        .filter(remark -> remark.rule().severity() != Severity.INFO)
                        .map(remark -> remark.rule().id())
                        .distinct()
                        .toList();
        assertThat(said).isEqualTo(WRONG.getOrDefault(name(up), List.of()));
    }

    private static MigrationStatements migration(Path up) {
        Path file = up.getFileName();
        String text = text(up);
        Optional<Path> down = Stream.of("lua", "redis")
                .map(kind -> up.resolveSibling(file.toString().replaceFirst("\\.up\\.\\w+$", ".down." + kind)))
                .filter(Files::exists)
                .findFirst();
        // What is repaired stands beside the files that stay as they are.
        Optional<Path> other = down.or(() -> Optional.of(
                        Path.of(up.toString().replace("shop-repaired", "shop").replaceFirst("\\.up\\.", ".down.")))
                .filter(Files::exists));
        Migration migration = new Migration(
                file.toString(),
                file.toString(),
                "",
                file.toString(),
                1,
                "",
                "",
                other.isPresent() ? Migration.Rollback.WRITTEN : Migration.Rollback.MISSING,
                false,
                false,
                text,
                Optional.empty());
        return new MigrationStatements(
                migration,
                List.of(new SqlStatement(file.toString(), 1, 1, text)),
                other.map(way -> List.of(new SqlStatement(way.getFileName().toString(), 1, 1, text(way))))
                        .orElse(List.of()),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
