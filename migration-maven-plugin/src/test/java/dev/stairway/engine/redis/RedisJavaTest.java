package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Work;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Migrations that a project writes in Java take their place among the scripts. */
@ParameterizedClass
@RedisReleases
class RedisJavaTest {

    @Parameter
    String release;

    @TempDir
    Path root;

    @BeforeEach
    void scriptsBeside() {
        RedisStepper.SESSIONS.forEach((name, text) -> RedisStepper.write(root, name, text));
    }

    @Test
    void aClassIsOrderedAmongTheScriptsAndDeclaresAsTheyDo() {
        List<Migration> migrations =
                new RedisEngine().read(source(JavaMigrations.Prefix.class)).migrations();

        assertThat(migrations).extracting(Migration::name).containsExactly("V007", "V008");
        Migration written = migrations.get(1);
        assertThat(written.file()).isEqualTo(JavaMigrations.Prefix.class.getName());
        assertThat(written.rollback()).isEqualTo(Migration.Rollback.WRITTEN);
        assertThat(written.keyMappings())
                .containsExactly(KeyMapping.parse("session:{id} -> session:{id} value changed"));
    }

    @Test
    void itGoesThereAndBackAndItsCommandsAreRecorded() {
        try (RedisStepper stepper = stepper(JavaMigrations.Prefix.class)) {
            stepper.set("session:", 500);
            RedisStepper.Stepped stepped = stepper.worked("008");

            assertThat(stepped.outcome()).isEqualTo(StepOutcome.executed());
            assertThat(stepper.strings().values()).hasSize(500).allMatch(value -> value.startsWith("v2:value "));
            assertThat(stepped.work().statements())
                    .extracting(Work.Statement::sql)
                    .contains("SCAN session:*", "GET session:17", "SET session:17");
            assertThat(stepper.down("008")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.strings().values()).hasSize(500).allMatch(value -> value.startsWith("value "));
        }
    }

    @Test
    void theSameKeysCanBeWalkedOverMoreThanOnce() {
        try (RedisStepper stepper = stepper(JavaMigrations.TwoPasses.class)) {
            stepper.set("session:", 500);
            stepper.ups("8");

            assertThat(stepper.connection.call("SCARD", "first")).isEqualTo(500L);
            assertThat(stepper.connection.call("SCARD", "second")).isEqualTo(500L);
        }
    }

    @Test
    void whatItThrowsIsToldWithItsOwnLine() {
        try (RedisStepper stepper = stepper(JavaMigrations.Failing.class)) {
            stepper.file("V008__between.up.lua", "return 1");
            StepOutcome outcome = stepper.up("9");

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason())
                    .startsWith(JavaMigrations.Failing.class.getName() + ":")
                    .contains("WRONGTYPE")
                    .contains("Redis takes nothing back")
                    .doesNotContain("channel:");
            assertThat(stepper.down("9").result()).isEqualTo(Result.IRREVERSIBLE);
        }
    }

    @Test
    void everyKindOfValueCanBeWrittenWithoutTheLibrariesThatAreLeftOut() {
        try (RedisStepper stepper = stepper(JavaMigrations.Kinds.class)) {
            stepper.ups("8");

            assertThat(stepper.keys())
                    .containsExactly(
                            "bits",
                            "expiring",
                            "geo",
                            "hash",
                            "hll",
                            "number",
                            "renamed",
                            "scripted",
                            "set",
                            "stream",
                            "transacted",
                            "zset");
            assertThat(RedisStepper.text(stepper.connection.call("HGET", "hash", "field")))
                    .isEqualTo("value");
            assertThat((Long) stepper.connection.call("PTTL", "expiring")).isBetween(3_000_000L, 3_600_000L);
        }
    }

    @Test
    void aScriptAndAClassOfOneVersionAreRefused() {
        RedisStepper.write(root, "V8__x.up.lua", "return 1");

        assertThatThrownBy(() -> new RedisEngine().read(source(JavaMigrations.Prefix.class)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Two migrations have version 8")
                .hasMessageContaining("redis/V8__x.up.lua");
    }

    @Test
    void aClassThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new RedisEngine().read(source("com.acme.Missing")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be loaded")
                .hasMessageContaining("com.acme.Missing");
    }

    private RedisStepper stepper(Class<?> migration) {
        RedisStepper stepper = new RedisStepper(release, root, RedisLimits.DEFAULT);
        stepper.loader(source(migration).loader());
        return stepper;
    }

    private ChangelogSource source(Class<?> migration) {
        return source(migration.getName());
    }

    /** As on a project's class path: a folder with the file that names the class. */
    private ChangelogSource source(String type) {
        try {
            Path services = Files.createDirectories(root.resolve("classes/META-INF/services"));
            Files.writeString(services.resolve("dev.stairway.redis.RedisMigration"), type + "\n");
            URL[] classes = {root.resolve("classes").toUri().toURL()};
            ClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
            return new ChangelogSource("redis", List.of(root), loader, Map.of(), "", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
