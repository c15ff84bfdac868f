package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Migration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlywayStepCostTest {

    private static final int MIGRATIONS = 40;

    @TempDir
    private Path directory;

    /** What a step asks the server does not depend on how many migrations there are, or were. */
    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#servers")
    void theLastStepAsksTheServerWhatTheFirstOneDoes(DatabaseServer server) throws Exception {
        try (FlywayStepper stepper = new FlywayStepper(server, many(MIGRATIONS).source())) {
            List<Integer> up = new ArrayList<>();
            List<Integer> down = new ArrayList<>();
            for (Migration migration : stepper.migrations()) {
                stepper.up(migration.id());
                up.add(stepper.sent());
                stepper.down(migration.id());
                down.add(stepper.sent());
                stepper.up(migration.id());
            }
            assertThat(Set.copyOf(up)).hasSize(1);
            // The first way back makes the Flyway of all of them.
            assertThat(Set.copyOf(down.subList(1, MIGRATIONS))).hasSize(1);
            assertThat(stepper.pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#servers")
    void noThreadIsLeftBehind(DatabaseServer server) throws Exception {
        FlywayProject project = many(3);
        try (FlywayStepper first = new FlywayStepper(server, project.source())) {
            first.upAll();
        }
        Set<String> before = threads();
        try (FlywayStepper second = new FlywayStepper(server, project.source())) {
            second.upAll();
        }
        assertThat(before).containsAll(threads());
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }

    private FlywayProject many(int count) {
        FlywayProject project = FlywayProject.in(directory);
        for (int i = 1; i <= count; i++) {
            project.sql("V" + i + "__t", "create table t" + i + " (id int primary key);");
            project.sql("U" + i + "__t", "drop table t" + i + ";");
        }
        return project;
    }
}
