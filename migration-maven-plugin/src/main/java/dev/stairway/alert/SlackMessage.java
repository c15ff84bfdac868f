package dev.stairway.alert;

import dev.stairway.alert.Alert.Place;
import dev.stairway.json.JsonLine;
import dev.stairway.secret.Mask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An alert as Slack's incoming webhooks take it, and Mattermost, Rocket.Chat and Discord ({@code /slack}) as well: a text for
 * people, and fields with the counts.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting of messages</a>
 */
final class SlackMessage {

    private static final int LONGEST_WORD = 300;
    /** ZERO WIDTH SPACE. */
    private static final char NO_WIDTH = '\u200B';

    private static final Map<Kind, String> COLORS =
            Map.of(Kind.FAILURE, "danger", Kind.THRESHOLD, "warning", Kind.PASSED, "good");

    private SlackMessage() {}

    static byte[] of(Alert alert, Mask mask) {
        String text = text(alert);
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("color", COLORS.get(alert.kind()));
        attachment.put("fallback", headline(alert));
        attachment.put("fields", fields(alert));
        Map<String, Object> message = Map.of("text", text, "attachments", List.of(attachment));
        return JsonLine.of(message, mask).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Alert alert) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(alert));
        alert.reasons().forEach(reason -> lines.add(escaped(reason)));
        alert.worst().forEach(place -> lines.add("\u2022 " + line(place)));
        long more = alert.errors() + alert.warnings() - alert.worst().size();
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        if (!alert.job().isEmpty()) {
            lines.add(escaped(alert.job()));
        }
        return String.join("\n", lines);
    }

    private static String headline(Alert alert) {
        String what = switch (alert.result()) {
            case "FAILED" -> "migrations failed";
            case "STOPPED" -> "the run did not come to its end";
            case "UNRECORDED" -> "the run could not be recorded";
            default -> alert.kind() == Kind.THRESHOLD ? "migrations passed, but exceed a limit" : "migrations passed";
        };
        return "*" + escaped(alert.project()) + "*: " + what + " (goal " + escaped(alert.goal()) + ")";
    }

    private static String line(Place place) {
        return List.of(place.rule(), place.position(), place.migration(), place.database()).stream()
                .filter(word -> !word.isEmpty())
                .map(SlackMessage::escaped)
                .collect(Collectors.joining(", "));
    }

    private static List<Map<String, Object>> fields(Alert alert) {
        return List.of(
                field("Errors", alert.errors()),
                field("Warnings", alert.warnings()),
                field("Waived", alert.waived()),
                field("Regressions", alert.regressions()));
    }

    private static Map<String, Object> field(String title, long value) {
        return Map.of("title", title, "value", Long.toString(value), "short", true);
    }

    /**
     * No id of a migration shall call a channel together, or look like a link to somewhere else. Slack reads what stands in
     * angle brackets; the others {@code @all} as it is and the links of Markdown, which a character without width undoes.
     */
    private static String escaped(String text) {
        String flat = text.replaceAll("\\p{Cntrl}+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@" + NO_WIDTH)
                .replace("](", "]" + NO_WIDTH + "(");
        return flat.length() <= LONGEST_WORD ? flat : flat.substring(0, LONGEST_WORD) + "\u2026";
    }
}
