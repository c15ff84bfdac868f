package dev.stairway.benchmark.lint;

import com.sun.management.OperatingSystemMXBean;
import dev.stairway.benchmark.Given;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.lint.Catalogue;
import dev.stairway.lint.Judgement;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Linter;
import dev.stairway.lint.Release;
import dev.stairway.lint.Setting;
import dev.stairway.lint.Targets;
import dev.stairway.lint.Targets.Version;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.parse.SqlParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads thousands of scripts and asks every rule about them, when they are one release, some, or one each. The heap is the one
 * that the JVM was given.
 */
public final class LintBenchmark {

    private static final long MEGABYTE = 1 << 20;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path scripts;
    private final int files;

    private LintBenchmark(Path scripts, int files) {
        this.scripts = scripts;
        this.files = files;
    }

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws IOException {
        LintBenchmark benchmark = new LintBenchmark(Given.path("work"), Given.number("files"));
        benchmark.write();
        long limit = Given.number("seconds") * 1_000L;
        boolean slow = false;
        // What is judged first pays for the warming up.
        for (String releases : Given.text("releases").split(",")) {
            slow |= benchmark.judge(Math.min(Integer.parseInt(releases), benchmark.files)) > limit;
        }
        slow |= benchmark.parse() > limit;
        System.out.println(slow ? "That is more than it should take" : "Everything is as fast as it should be");
        if (slow && Given.flag("failOnMiss")) {
            System.exit(1);
        }
    }

    private void write() throws IOException {
        Files.createDirectories(scripts);
        Scripts text = new Scripts();
        for (int number = 0; number < files; number++) {
            Files.writeString(file(number), text.script(number));
        }
    }

    private Path file(int number) {
        return scripts.resolve("V" + (number + 1) + ".sql");
    }

    private List<SqlStatement> statements(int number) throws IOException {
        return SqlScript.statements(
                file(number).getFileName().toString(), Files.readString(file(number)), SqlSyntax.POSTGRESQL);
    }

    private long parse() throws IOException {
        long cpu = before();
        long begin = System.nanoTime();
        int all = 0;
        int notCovered = 0;
        for (int number = 0; number < files; number++) {
            for (SqlStatement statement : statements(number)) {
                all++;
                notCovered += SqlParser.parse(statement, "postgresql").covered() ? 0 : 1;
            }
        }
        long took = millis(begin);
        say("split and parsed: %d files, %d statements, %d not covered, %d ms", files, all, notCovered, took);
        after(cpu);
        return took;
    }

    /** Reading and parsing them included. */
    private long judge(int releases) throws IOException {
        long cpu = before();
        long begin = System.nanoTime();
        List<List<MigrationStatements>> groups = new ArrayList<>();
        for (int number = 0; number < files; number++) {
            if (groups.size() <= (long) number * releases / files) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(migration(number));
        }
        Setting setting = Setting.of(new Targets("postgresql", List.of(new Version(14, 0), new Version(18, 0))));
        List<LintRule> rules = Catalogue.rules();
        Judgement judgement = new Linter(rules).judge(new Release(Given.text("engine"), List.of(), groups, setting));
        long took = millis(begin);
        say(
                "parsed and judged by %d rules: %d releases, %d statements, %d remarks, %d ms",
                rules.size(),
                groups.size(),
                judgement.statements(),
                judgement.remarks().size(),
                took);
        after(cpu);
        return took;
    }

    private MigrationStatements migration(int number) throws IOException {
        String file = file(number).getFileName().toString();
        Migration migration = new Migration(
                file, file, "", file, 1, "", "", Migration.Rollback.MISSING, false, true, "", Optional.empty());
        return new MigrationStatements(
                migration, statements(number), List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** The processor time that the JVM has used. */
    private static long before() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        return SYSTEM.getProcessCpuTime();
    }

    /** The most that the heap held before a collection, and what is left after one. */
    private static void after(long before) {
        long cpu = SYSTEM.getProcessCpuTime() - before;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.gc();
        long left = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        say(
                "  heap: at most %d MB of %d MB, %d MB after a collection; processor time %d ms",
                peak / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE, left / MEGABYTE, cpu / 1_000_000);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
