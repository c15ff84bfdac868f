package dev.stairway.report.page;

import dev.stairway.report.file.WholeFile;
import dev.stairway.report.view.AggregateView;
import java.io.IOException;
import java.nio.file.Path;

/** The page about all modules: it needs no script, and leads to theirs. */
public final class AggregatePage {

    private AggregatePage() {}

    /** Replaces an older page. */
    public static void write(AggregateView view, Path indexHtml) throws IOException {
        WholeFile.write(indexHtml, html(view));
    }

    static String html(AggregateView view) {
        String style = Assets.style();
        return StandalonePage.head(view.title(), StandalonePage.policy(style))
                + StandalonePage.block("style", style)
                + "</head>\n<body class=\"mmp mmp-page\">\n"
                + Templates.modules(view, false)
                + "</body>\n</html>\n";
    }

    /** For a page of a site, under a section title of its own. */
    public static String fragment(AggregateView view) {
        return "<div class=\"mmp mmp-site\">\n" + StandalonePage.block("style", Assets.style())
                + Templates.modules(view, true) + "</div>\n";
    }
}
