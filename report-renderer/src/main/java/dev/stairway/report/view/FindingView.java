package dev.stairway.report.view;

import dev.stairway.report.document.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One finding as a card.
 *
 * @param css colour class
 * @param badge severity in words, or {@code waived}
 * @param migration null for a finding about a whole changelog or cell
 * @param position file and line; empty where unknown
 * @param sql statements to be copied; empty when the remedy holds none
 * @param waiver reason; null when it has none
 * @param observed whether runs bore it out, for what was read from the text; empty otherwise
 */
public record FindingView(
        String css,
        String badge,
        String rule,
        String title,
        MigrationLink migration,
        String where,
        String position,
        List<String> evidence,
        String remedy,
        String sql,
        String waiver,
        String observed) {

    /** From a keyword in capitals to the semicolon. */
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(?:CREATE|ALTER|REINDEX|UPDATE|DELETE FROM|DROP|SET) [^;]+;");

    private static final List<String> SEVERITIES = List.of("ERROR", "WARNING", "INFO");

    /** Open before waived, then by severity; the document's order stays inside. */
    static List<FindingView> all(Matrix matrix) {
        List<Finding> sorted = new ArrayList<>(matrix.metrics().findings());
        sorted.sort(Comparator.comparing(Finding::waived).thenComparing(FindingView::rank));
        return sorted.stream().map(finding -> of(finding, matrix)).toList();
    }

    private static int rank(Finding finding) {
        int index = SEVERITIES.indexOf(finding.severity());
        return index < 0 ? SEVERITIES.size() : index;
    }

    static FindingView of(Finding finding, Matrix matrix) {
        List<String> remedy = remedy(finding.remedy());
        return new FindingView(
                css(finding),
                finding.waived() ? "waived" : finding.severity().toLowerCase(Locale.ROOT),
                finding.rule(),
                finding.title().isEmpty() ? finding.rule() : finding.title(),
                finding.migration().isEmpty() ? null : matrix.link(finding.changelog(), finding.migration()),
                matrix.names().where(finding.database(), finding.scenario()),
                finding.position(),
                finding.evidence(),
                remedy.get(0),
                remedy.get(1),
                finding.waiver(),
                observed(finding));
    }

    /** The same on another page, with links into this one; without links where that is empty. */
    FindingView on(String page) {
        MigrationLink link = migration == null
                ? null
                : new MigrationLink(
                        migration.label(), page.isEmpty() || migration.href() == null ? null : page + migration.href());
        return new FindingView(css, badge, rule, title, link, where, position, evidence, remedy, sql, waiver, observed);
    }

    private static String observed(Finding finding) {
        return switch (finding.observed() == null ? "" : finding.observed()) {
            case "CONFIRMED" -> "confirmed by a run";
            case "REFUTED" -> "not borne out by a run";
            case "UNPROVEN" -> "read from the text, no run has shown it";
            default -> "";
        };
    }

    /** What to do, and from the second line on the statements that do it; else those that stand among the words. */
    private static List<String> remedy(String remedy) {
        int end = remedy.indexOf('\n');
        return end < 0
                ? List.of(remedy, statements(remedy))
                : List.of(
                        remedy.substring(0, end).strip(),
                        remedy.substring(end + 1).strip());
    }

    private static String statements(String words) {
        return STATEMENT.matcher(words).results().map(MatchResult::group).collect(Collectors.joining("\n"));
    }

    private static String css(Finding finding) {
        if (finding.waived()) {
            return Tone.OFF.css();
        }
        return switch (finding.severity()) {
            case "ERROR" -> Tone.BAD.css();
            case "WARNING" -> Tone.LOSS.css();
            default -> Tone.AGAIN.css();
        };
    }
}
