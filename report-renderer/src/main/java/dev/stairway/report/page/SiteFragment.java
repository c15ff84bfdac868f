package dev.stairway.report.page;

import dev.stairway.report.view.MetricsView;

/** The report as a piece of a Maven site page: wears the user's skin, touches nothing outside itself. */
public final class SiteFragment {

    private SiteFragment() {}

    /**
     * Style and script stand in the fragment, because what is written raw into the head of a site page is dropped.
     *
     * @param heading level of the fragment's own headings, one below the section title that it stands under
     */
    public static String html(MetricsView view, int heading) {
        return "<div class=\"mmp mmp-site\">\n"
                + StandalonePage.block("style", Assets.style())
                + headings(Rows.fill(Templates.body(view, true), view, false), heading)
                + StandalonePage.block(
                        "script type=\"application/json\" class=\"mmp-data\"", ChartData.json(view.charts()))
                + StandalonePage.block(StandalonePage.CHART_JS, Assets.packed(Assets.chartJs()))
                + StandalonePage.block("script", Assets.script())
                + "</div>\n";
    }

    /** Headings of the templates are h2 to h4. Data cannot hold one: every less-than sign of it is escaped. */
    private static String headings(String body, int heading) {
        String shifted = body;
        for (int level = 4; level >= 2 && heading > 2; level--) {
            String target = "h" + (level + heading - 2);
            shifted = shifted.replace("<h" + level, "<" + target).replace("</h" + level, "</" + target);
        }
        return shifted;
    }
}
