package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The same rows have the same digests whatever the time zone and locale of the JVM, the settings of the session, the order
 * in which they were inserted and the release. Some of all combinations; every one with {@code -Dstairway.test.digests=all}.
 */
class DigestsEverywhereTest {

    /** Ahead of UTC by a quarter of an hour too many, behind it with summer time, and the one that we pin. */
    private static final String[] ZONES = {"Asia/Kathmandu", "America/New_York", "UTC"};

    /** One whose small i has no dot, one whose decimals have a comma, one with other digits. */
    private static final String[][] LOCALES = {{"tr", "TR", ""}, {"de", "DE", ""}, {"ar", "EG", "nu-arab"}};

    private static final boolean ALL = "all".equals(System.getProperty("stairway.test.digests"));

    @Test
    void digests_do_not_depend_on_time_zone_locale_order_or_release() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int zone = 0; zone < ZONES.length; zone++) {
            for (int locale = 0; locale < LOCALES.length; locale++) {
                if (ALL || zone == locale) {
                    lines.addAll(digests(ZONES[zone], LOCALES[locale], releases(zone)));
                }
            }
        }

        assertThat(values(lines, "schema=", "postgresql"))
                .as(String.join("\n", lines))
                .hasSize(1);
        assertThat(values(lines, "data=", "postgresql"))
                .as(String.join("\n", lines))
                .hasSize(1);
        assertThat(values(lines, "schema=", "sqlite"))
                .as(String.join("\n", lines))
                .hasSize(1);
        assertThat(values(lines, "data=", "sqlite"))
                .as(String.join("\n", lines))
                .hasSize(1);
        assertThat(values(lines, "logical=", "")).as(String.join("\n", lines)).hasSize(1);
        System.out.println(lines.size() + " readings with equal digests");
    }

    private static List<String> releases(int zone) {
        return ALL ? List.of("14", "15", "16", "17", "18") : List.of(new String[] {"14", "18", "16"}[zone]);
    }

    private static List<String> digests(String zone, String[] locale, List<String> releases)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=" + zone,
                "-Duser.language=" + locale[0],
                "-Duser.country=" + locale[1],
                "-Duser.extensions=" + (locale[2].isEmpty() ? "" : "u-" + locale[2]),
                "-Dfile.encoding=UTF-8",
                "-Dstairway.test.postgresBinaries=" + System.getProperty("stairway.test.postgresBinaries", ""),
                "-cp",
                System.getProperty("java.class.path"),
                DigestProgram.class.getName()));
        command.removeIf(argument -> argument.endsWith("postgresBinaries=") || argument.endsWith("extensions="));
        command.addAll(releases);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> lines = output.lines()
                .filter(line -> line.startsWith(DigestProgram.LINE))
                .map(line -> zone + " " + locale[0] + " " + line)
                .toList();
        assertThat(lines).as(output).hasSize(2 * releases.size() + 2);
        return lines;
    }

    private static TreeSet<String> values(List<String> lines, String name, String product) {
        TreeSet<String> values = new TreeSet<>();
        for (String line : lines) {
            if (line.contains(" " + DigestProgram.LINE + product)) {
                String rest = line.substring(line.indexOf(name) + name.length());
                values.add(rest.split(" ")[0]);
            }
        }
        return values;
    }
}
