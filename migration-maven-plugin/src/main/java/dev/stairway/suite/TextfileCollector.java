package dev.stairway.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a run where Prometheus' node exporter picks them up. It reads the older text format, takes a file half
 * written for a broken one, and gives up all files when two of them hold the same series: so types are translated, the file
 * appears at once, and every series names its project and goal.
 *
 * @see <a href="https://github.com/prometheus/node_exporter#textfile-collector">Textfile collector</a>
 */
public final class TextfileCollector {

    private static final String INFO = " info";
    private static final String RUN_INFO = "stairway_run_info{";
    private static final String TIME = "stairway_run_timestamp_seconds";

    private final String project;
    private final String goal;

    /** @param project groupId:artifactId */
    public TextfileCollector(String project, String goal) {
        this.project = project;
        this.goal = goal;
    }

    /**
     * Writes or replaces the file of this project and goal.
     *
     * @param openMetrics figures of a run
     * @param directory that the node exporter reads; must exist
     * @param at end of the run
     * @return the file
     */
    public Path write(Path openMetrics, Path directory, Instant at) throws IOException {
        String name = "stairway-" + (project + "-" + goal).replaceAll("[^A-Za-z0-9_.-]+", "_");
        Path file = directory.resolve(name + ".prom");
        // Another ending, so that nobody reads it; in the same directory, so that it can be renamed.
        Path draft = Files.createTempFile(directory, name, ".draft");
        try {
            Files.writeString(draft, text(Files.readString(openMetrics), at), StandardCharsets.UTF_8);
            Readable.byAll(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
    }

    String text(String openMetrics, Instant at) {
        List<String> lines = new ArrayList<>();
        openMetrics.lines().forEach(line -> translated(line, lines));
        lines.add("# HELP " + TIME + " When the run ended.");
        lines.add("# TYPE " + TIME + " gauge");
        lines.add(labelled(TIME + " " + at.getEpochSecond()));
        return String.join("\n", lines) + "\n";
    }

    private void translated(String line, List<String> lines) {
        if (line.startsWith("# TYPE ")) {
            lines.add(type(line));
        } else if (line.startsWith("# HELP stairway_run ")) {
            lines.add(line.replace("# HELP stairway_run ", "# HELP stairway_run_info "));
        } else if (line.startsWith("# HELP ")) {
            lines.add(line);
        } else if (!line.startsWith("#")) {
            lines.add(labelled(line));
        }
    }

    /** The older format has no info; there it is a gauge of the sample's own name. */
    private static String type(String line) {
        return line.endsWith(INFO) ? line.substring(0, line.length() - INFO.length()) + "_info gauge" : line;
    }

    /** What names its run already stays as it is. */
    private String labelled(String sample) {
        if (sample.startsWith(RUN_INFO)) {
            return sample;
        }
        String labels = "build=\"" + escaped(project) + "\",goal=\"" + escaped(goal) + "\"";
        int brace = sample.indexOf('{');
        int blank = sample.indexOf(' ');
        return brace >= 0 && brace < blank
                ? sample.substring(0, brace + 1) + labels + "," + sample.substring(brace + 1)
                : sample.substring(0, blank) + "{" + labels + "}" + sample.substring(blank);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
