package dev.stairway.suite;

import com.sun.management.OperatingSystemMXBean;
import dev.stairway.metrics.MetricsDocument;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Has goal safety read scripts of a size that nobody writes by hand, in a JVM of its own with a heap that is told. */
public final class GiganticScripts {

    private static final String DANGER = "ALTER TABLE item DROP COLUMN note;\n";
    private static final String ROW =
            "(1, 'so much text that a row has some hundred characters in it, as rows of a dump have; "
                    + "and a little more of it here')";
    private static final int MEGABYTE = 1 << 20;

    /** Writes a script piece by piece. */
    private interface Script {
        void write(BufferedWriter writer) throws IOException;
    }

    private final Path directory;

    private GiganticScripts(Path directory) {
        this.directory = directory;
    }

    /** @param arguments an empty directory, megabytes of the large file, megabytes of a large statement, number of statements */
    public static void main(String[] arguments) throws IOException {
        GiganticScripts scripts = new GiganticScripts(Path.of(arguments[0]));
        int file = Integer.parseInt(arguments[1]);
        int statement = Integer.parseInt(arguments[2]);
        int many = Integer.parseInt(arguments[3]);
        scripts.judge("deep", GiganticScripts::deep);
        scripts.judge("many", writer -> many(writer, many));
        scripts.judge("statement", writer -> statement(writer, statement));
        scripts.judge("file", writer -> file(writer, file));
    }

    /** A megabyte to a statement, as a dump of a large table is. */
    private static void file(BufferedWriter writer, int megabytes) throws IOException {
        int rows = MEGABYTE / (ROW.length() + 2);
        for (int statement = 0; statement < megabytes; statement++) {
            writer.write("INSERT INTO item (id, note) VALUES " + ROW);
            for (int row = 1; row < rows; row++) {
                writer.write(",\n" + ROW);
            }
            writer.write(";\n");
        }
    }

    /** As much in one statement of each kind: rows, a text, words without end. */
    private static void statement(BufferedWriter writer, int megabytes) throws IOException {
        int size = megabytes * MEGABYTE;
        writer.write("INSERT INTO item VALUES " + (ROW + ",").repeat(size / ROW.length()) + ROW + ";\n");
        writer.write("INSERT INTO item VALUES (1, '" + "x".repeat(size) + "');\n");
        writer.write("DELETE FROM item WHERE id IN (" + "1,".repeat(size / 2) + "1);\n");
    }

    private static void many(BufferedWriter writer, int statements) throws IOException {
        for (int statement = 0; statement < statements; statement++) {
            writer.write("INSERT INTO item (id, note) VALUES (" + statement + ", 'a'); -- " + statement + "\n");
        }
    }

    /** 100 000 levels of everything that nests. */
    private static void deep(BufferedWriter writer) throws IOException {
        int levels = 100_000;
        writer.write("SELECT " + "(".repeat(levels) + "1" + ")".repeat(levels) + ";\n");
        writer.write("SELECT " + "/*".repeat(levels) + "*/".repeat(levels) + " 1;\n");
        writer.write("SELECT " + "CASE WHEN 1 THEN ".repeat(levels) + "1" + " END".repeat(levels) + ";\n");
        writer.write("SELECT 1 " + "+".repeat(levels) + " 1;\n");
        writer.write("SELECT " + "NOT ".repeat(levels) + "true;\n");
        writer.write("SELECT 1" + " + 1".repeat(levels) + ";\n");
        writer.write("SELECT a" + ".b".repeat(levels) + ";\n");
    }

    private void judge(String name, Script script) throws IOException {
        ScriptsJudged scripts = new ScriptsJudged(directory.resolve(name));
        scripts.write("1_item.up.sql", "CREATE TABLE item (id bigint PRIMARY KEY, note text);\n");
        scripts.write("1_item.down.sql", "DROP TABLE item;\n");
        scripts.write("2_gigantic.down.sql", "SELECT 1;\n");
        Path file = scripts.file("2_gigantic.up.sql");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            script.write(writer);
            writer.write(DANGER);
        }
        long begin = processorMillis();
        MetricsDocument document = scripts.judged();
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %d MB, danger %s, %d of %d not covered, %d ms of processor time",
                name,
                Files.size(file) / MEGABYTE,
                document.findings().stream().anyMatch(finding -> finding.rule().equals("drop-column"))
                        ? "found"
                        : "missed",
                document.safety().changelogs().get(0).notCovered().size(),
                document.safety().changelogs().get(0).statements(),
                processorMillis() - begin));
        Files.delete(file);
    }

    private static long processorMillis() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1_000_000;
    }
}
