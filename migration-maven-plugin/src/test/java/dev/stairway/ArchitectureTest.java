package dev.stairway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the arrows between them. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ArchitectureTest::writtenByPeople)
            .importPackages("dev.stairway");

    /** A room that any other may use, like problem. */
    private static final String EVERYBODYS = "secret";

    /** What ANTLR makes keeps fields as it likes. */
    private static boolean writtenByPeople(Location location) {
        return !location.contains("/script/sql/grammar/postgresql/")
                && !location.contains("/script/sql/grammar/sqlite/");
    }

    @Test
    void onlyTheMojoRoomKnowsMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stairway.mojo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..")
                .check(HOUSE);
    }

    @Test
    void nothingKnowsTheMojoRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stairway.mojo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.stairway.mojo..")
                .check(HOUSE);
    }

    @Test
    void arrowsPointDownward() {
        room("problem");
        room("secret", "problem");
        room("script", "problem");
        room("loader");
        room("git", "problem");
        room("database", "problem", "loader");
        room("redis");
        room("engine", "problem", "loader", "database", "script", "redis");
        room("fingerprint", "problem", "database");
        room("data", "problem", "database", "script");
        room("integrity", "problem", "database");
        room("assertion", "problem", "integrity");
        room("matrix", "problem", "engine");
        room("measure", "problem", "database", "script");
        room("finding", "problem", "engine");
        room("lint", "problem", "finding", "engine", "script");
        room("safety", "problem", "finding", "engine", "lint", "report");
        room("judge", "finding", "engine", "fingerprint");
        room(
                "run",
                "problem",
                "finding",
                "judge",
                "matrix",
                "engine",
                "database",
                "fingerprint",
                "data",
                "integrity",
                "assertion",
                "measure",
                "release");
        room("backup", "problem", "finding", "matrix", "engine", "database", "data", "fingerprint");
        room("crash", "problem", "finding", "matrix", "engine", "database", "data", "fingerprint", "backup");
        room("fault", "problem", "finding", "matrix", "engine", "database", "data", "fingerprint", "backup", "crash");
        room("release", "problem", "database", "script");
        room("perf", "problem", "finding", "matrix", "engine", "database", "data", "fingerprint", "measure");
        room("compare", "problem", "finding", "matrix", "run", "engine", "database", "data");
        room("catalog", "problem", "database", "script", "data", "compare");
        room(
                "metrics",
                "problem",
                "json",
                "finding",
                "judge",
                "run",
                "perf",
                "lint",
                "compare",
                "backup",
                "measure",
                "engine",
                "fingerprint",
                "matrix",
                "database",
                "crash",
                "fault");
        room("json");
        room("audit", "problem", "json");
        room("alert", "problem", "json", "finding", "report");
        room("baseline", "problem", "metrics", "measure");
        room(
                "suite",
                "problem",
                "json",
                "git",
                "finding",
                "matrix",
                "run",
                "perf",
                "backup",
                "lint",
                "safety",
                "measure",
                "compare",
                "catalog",
                "engine",
                "database",
                "fingerprint",
                "data",
                "metrics",
                "baseline",
                "report",
                "crash",
                "fault");
        room("fork", "problem", "loader", "matrix", "engine", "database", "suite", "crash");
        room("operate", "problem", "engine", "database", "backup", "fingerprint", "script", "measure");
    }

    /**
     * Maven daemons and IDEs keep the JVM, and modules are built side by side in it. Two exceptions: what {@code RowsRead}
     * remembers is the present thread's, and taken back; {@code PullPolicy} is made by Testcontainers, which is there but once.
     */
    @Test
    void nothingIsRememberedForTheWholeJvm() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("HelpMojo")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("RowsRead")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("PullPolicy")
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(describe("something that changes", ArchitectureTest::changes))
                .check(HOUSE);
    }

    private static boolean changes(JavaClass type) {
        return type.getPackageName().startsWith("java.util.concurrent.atomic")
                || type.isAssignableTo("java.lang.ThreadLocal")
                || type.isAssignableTo("java.lang.Thread")
                || type.isAssignableTo("java.util.concurrent.Executor")
                || type.isAssignableTo("java.util.concurrent.ConcurrentMap")
                || type.isAssignableTo("java.util.AbstractMap")
                || type.isAssignableTo("java.util.AbstractCollection")
                || type.isAssignableTo("java.lang.StringBuilder");
    }

    /** A clock that is set while a walk runs would make durations of hours, or less than none. */
    @Test
    void nothingIsMeasuredByAClockThatCanBeSet() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.stairway.run..",
                        "dev.stairway.perf..",
                        "dev.stairway.measure..",
                        "dev.stairway.crash..",
                        "dev.stairway.fault..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(HOUSE);
    }

    @Test
    void noLiquibaseTypeLeavesItsAdapter() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stairway.engine.liquibase..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("liquibase..")
                .check(HOUSE);
    }

    /** It is reached by name alone, so that it can never become part of the plugin. */
    @Test
    void noFlywayTypeIsKnownToAnybody() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.stairway.engine.flyway..", "dev.stairway.suite..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.stairway.engine.flyway..")
                .check(HOUSE);
    }

    @Test
    void noAntlrTypeLeavesTheParsers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.stairway.script.sql.parse..", "dev.stairway.script.sql.grammar..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "dev.stairway.script.sql.grammar..")
                .check(HOUSE);
    }

    @Test
    void noMybatisTypeLeavesItsAdapter() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stairway.engine.mybatis..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.ibatis..")
                .check(HOUSE);
    }

    @Test
    void redissonStaysWithTheRedisEngineAndWithThoseWhoAskForIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.stairway.engine.redis..", "dev.stairway.redis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.redisson..", "io.netty..")
                .check(HOUSE);
    }

    @Test
    void testcontainersStaysWithTheContainers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stairway.database.container..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
                .check(HOUSE);
    }

    /** What a product has of its own is behind an interface that every product could have. */
    @Test
    void roomsThatPlayAndJudgeKnowNoProduct() {
        for (String room :
                List.of("finding", "judge", "run", "perf", "matrix", "compare", "crash", "metrics", "baseline")) {
            knowsNoProduct(room).check(HOUSE);
        }
    }

    @Test
    void theRoomsThatChooseADialectAreSeenToKnowProducts() {
        for (String room : List.of("fingerprint", "data", "measure", "catalog")) {
            assertThat(knowsNoProduct(room).evaluate(HOUSE).hasViolation())
                    .as(room)
                    .isTrue();
        }
    }

    private static ArchRule knowsNoProduct(String room) {
        return noClasses()
                .that()
                .resideInAPackage("dev.stairway." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.stairway.*.redis..",
                        "dev.stairway.redis..",
                        "dev.stairway.*.postgres..",
                        "dev.stairway.*.sqlite..",
                        "dev.stairway.*.h2..",
                        "dev.stairway.*.mariadb..",
                        "dev.stairway.*.generic..",
                        "dev.stairway.engine.*..");
    }

    private static void room(String room, String... below) {
        String[] rooms = Stream.concat(Stream.of(below), Stream.of(EVERYBODYS))
                .map(b -> "dev.stairway." + b + "..")
                .toArray(String[]::new);
        String own = "dev.stairway." + room + "..";
        classes()
                .that()
                .resideInAPackage(own)
                .should(new OnlyOwnRooms(own, rooms))
                .allowEmptyShould(true)
                .check(HOUSE);
    }
}
