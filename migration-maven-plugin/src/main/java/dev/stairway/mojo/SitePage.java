package dev.stairway.mojo;

import dev.stairway.report.Report;
import org.apache.maven.doxia.sink.Sink;

/** The report inside the project's own site: title and frame by the skin, body by the renderer. */
final class SitePage {

    private final Report report;

    SitePage(Report report) {
        this.report = report;
    }

    void draw(Sink sink) {
        sink.head();
        sink.title();
        sink.text(report.title());
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(report.title());
        sink.sectionTitle1_();
        // Raw: the fragment is HTML that the renderer has escaped already.
        sink.rawText(report.siteFragment());
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }
}
