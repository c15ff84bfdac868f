package dev.stairway.report.export;

import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Findings as workflow commands of GitHub Actions, which draws them at the lines of a pull request.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
public final class Annotations {

    /** GitHub shows ten of a kind for each step, and says nothing of the others. */
    private static final int SHOWN = 10;

    private static final int EVIDENCE = 3;
    private static final List<String> SEVERITIES = List.of("ERROR", "WARNING");

    private Annotations() {}

    /**
     * The worst open findings; those that are mere notes are left out.
     *
     * @param path from a finding's file to that of the repository; empty where there is none
     */
    public static List<String> commands(Metrics metrics, UnaryOperator<String> path) {
        List<Finding> open = metrics.findings().stream()
                .filter(finding -> !finding.waived() && SEVERITIES.contains(finding.severity()))
                .sorted(Comparator.comparingInt(finding -> SEVERITIES.indexOf(finding.severity())))
                .toList();
        List<String> commands = new ArrayList<>();
        open.stream().limit(SHOWN).forEach(finding -> commands.add(command(finding, path)));
        if (open.size() > SHOWN) {
            commands.add("::notice title=Migrations::" + (open.size() - SHOWN) + " more findings are in the report");
        }
        return commands;
    }

    private static String command(Finding finding, UnaryOperator<String> path) {
        String file = path.apply(finding.file());
        String place = file.isEmpty()
                ? ""
                : "file=" + property(file) + "," + (finding.line() > 0 ? "line=" + finding.line() + "," : "");
        return "::" + (finding.isOpenError() ? "error " : "warning ") + place + "title=" + property(finding.rule())
                + "::" + data(message(finding));
    }

    private static String message(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.title() + (finding.database().isEmpty() ? "" : " (" + finding.database() + ")"));
        finding.evidence().stream().limit(EVIDENCE).forEach(lines::add);
        if (!finding.remedy().isEmpty()) {
            lines.add("To do: " + finding.remedy());
        }
        return String.join("\n", lines);
    }

    /** A line end would end the command, and whatever follows it could be another one. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
