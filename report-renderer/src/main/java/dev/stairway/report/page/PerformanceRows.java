package dev.stairway.report.page;

import dev.stairway.report.view.CostComparison;
import dev.stairway.report.view.CostRow;
import dev.stairway.report.view.HistoryView;
import dev.stairway.report.view.MigrationLink;
import dev.stairway.report.view.RecoveryView;
import java.util.List;

/** Writes the overview of what the migrations cost, row by row. */
final class PerformanceRows {

    private final Html out;
    private final Drawing drawing;

    PerformanceRows(Html out) {
        this.out = out;
        this.drawing = new Drawing(out);
    }

    void compared(List<CostComparison.Row> rows) {
        for (CostComparison.Row row : rows) {
            out.raw("<tr><td><em")
                    .word("class", row.css())
                    .raw(">")
                    .text(row.verdict())
                    .raw("</em>");
            small(row.gate());
            out.end("td").raw("<td>");
            link(row.migration());
            small(row.where());
            out.end("td");
            cell(row.figure());
            number(row.previous(), row.previousRange());
            number(row.current(), row.currentRange());
            out.raw("<td class=\"s\">");
            if (row.strip() != null) {
                drawing.strip(row.strip());
            }
            out.end("td").raw("<td class=\"r\">").text(row.ratio());
            small(row.limit().isEmpty() ? "" : "limit " + row.limit());
            small(row.chance());
            out.end("td").raw("<td class=\"x\">").text(row.why()).end("td").end("tr");
        }
    }

    void costs(List<CostRow> rows, boolean forecast, boolean compared) {
        for (CostRow row : rows) {
            out.raw("<tr><td>");
            link(row.migration());
            small(row.where());
            out.end("td");
            number(row.up());
            out.raw("<td>")
                    .raw("<em")
                    .word("class", row.growsCss())
                    .raw(">")
                    .text(row.grows())
                    .raw("</em>")
                    .end("td");
            if (forecast) {
                number(row.forecast(), row.forecastRange());
            }
            cell(row.locks());
            cell(row.clients());
            number(row.down());
            if (compared) {
                out.raw("<td><em")
                        .word("class", row.css())
                        .raw(">")
                        .text(row.verdict())
                        .raw("</em>")
                        .end("td");
            }
            out.end("tr");
        }
    }

    void history(HistoryView history) {
        out.raw("<div>");
        drawing.plot(history.plot());
        out.raw("<details class=\"mmp-more\"><summary>")
                .text(history.rows().size() + " runs as a table")
                .raw("</summary>");
        out.raw("<table class=\"mmp-table\"><thead><tr><th scope=\"col\">Run").end("th");
        out.raw("<th scope=\"col\" class=\"r\">Value")
                .end("th")
                .end("tr")
                .end("thead")
                .raw("<tbody>");
        for (HistoryView.Row row : history.rows()) {
            out.raw("<tr>");
            cell(row.at());
            number(row.value());
            out.end("tr");
        }
        if (!history.threshold().isEmpty()) {
            out.raw("<tr>");
            cell("limit");
            number(history.threshold());
            out.end("tr");
        }
        out.end("tbody").raw("</table></details></div>");
    }

    void recovery(List<RecoveryView.Row> rows) {
        for (RecoveryView.Row row : rows) {
            out.raw("<tr><td>");
            link(row.migration());
            out.end("td");
            number(row.migrations());
            number(row.time());
            out.raw("<td class=\"s\">");
            drawing.strip(row.strip());
            out.end("td").end("tr");
        }
    }

    private void link(MigrationLink link) {
        if (link.href() == null) {
            out.raw("<bdi>").text(link.label()).raw("</bdi>");
        } else {
            out.raw("<a").word("href", link.href()).raw(">").text(link.label()).raw("</a>");
        }
    }

    private void small(String text) {
        if (!text.isEmpty()) {
            out.raw(" <small>").text(text).raw("</small>");
        }
    }

    private void cell(String text) {
        out.raw("<td>").text(text).end("td");
    }

    private void number(String text, String range) {
        out.raw("<td class=\"r\">").text(text);
        small(range);
        out.end("td");
    }

    private void number(String text) {
        out.raw("<td class=\"r\">").text(text).end("td");
    }
}
