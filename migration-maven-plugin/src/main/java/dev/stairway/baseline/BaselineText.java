package dev.stairway.baseline;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.stairway.baseline.BaselineDocument.Cell;
import dev.stairway.baseline.BaselineDocument.Side;
import dev.stairway.baseline.BaselineDocument.Step;
import dev.stairway.secret.Mask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file as text, made for review: times and work have lines of their own, so that the diff of a release shows the lines of
 * work only where a migration really does more, and each line has little enough on it to be read.
 */
final class BaselineText {

    private final Mask mask;

    BaselineText(Mask mask) {
        this.mask = mask;
    }

    String of(BaselineDocument document) {
        String cells = document.cells().stream()
                .sorted(Comparator.comparing((Cell cell) -> cell.key().changelog())
                        .thenComparing(cell -> cell.key().database())
                        .thenComparing(cell -> cell.key().rows()))
                .map(this::cell)
                .collect(Collectors.joining(",\n"));
        return "{\n  \"formatVersion\": " + quoted(BaselineDocument.FORMAT_VERSION) + ",\n  \"cells\": [\n" + cells
                + (cells.isEmpty() ? "" : "\n") + "  ]\n}\n";
    }

    private String cell(Cell cell) {
        String steps = cell.steps().stream().map(this::step).collect(Collectors.joining(",\n"));
        return "    {\n      "
                + String.join(
                        ",\n      ",
                        field("changelog", cell.key().changelog()),
                        field("database", cell.key().database()),
                        field("rows", cell.key().rows()),
                        field("recordedAt", cell.recordedAt()),
                        "\"environment\": " + environment(cell.environment()),
                        "\"steps\": [\n" + steps + (steps.isEmpty() ? "" : "\n") + "      ]")
                + "\n    }";
    }

    private String environment(Environment is) {
        return "{"
                + String.join(
                        ", ",
                        field("cpu", is.cpu()),
                        field("cores", is.cores()),
                        field("os", is.os()),
                        field("jdk", is.jdk()),
                        field("product", is.product()),
                        field("server", is.server()),
                        field("engine", is.engine()),
                        field("engineVersion", is.engineVersion()),
                        field("plugin", is.plugin()),
                        field("seed", is.seed()))
                + "}";
    }

    private String step(Step step) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                ", ",
                field("migration", step.migration()),
                field("checksum", step.checksum()),
                field("rowsBefore", step.rowsBefore())));
        side(lines, "up", step.up());
        side(lines, "down", step.down());
        return "        {" + String.join(",\n         ", lines) + "}";
    }

    private void side(List<String> lines, String direction, Side side) {
        if (side != null) {
            lines.add(quoted(direction + ".millis") + ": " + side.millis());
            lines.add(quoted(direction + ".work") + ": "
                    + new TreeMap<>(side.work())
                            .entrySet().stream()
                                    .map(entry -> field(entry.getKey(), entry.getValue()))
                                    .collect(Collectors.joining(", ", "{", "}")));
        }
    }

    private String field(String name, String value) {
        return quoted(name) + ": " + quoted(value);
    }

    private String field(String name, long value) {
        return quoted(name) + ": " + value;
    }

    private String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(mask.of(text))) + "\"";
    }
}
