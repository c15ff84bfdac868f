package dev.stairway.mojo;

import org.apache.maven.doxia.sink.Sink;

/** The report inside the project's own site: title and frame by the skin, body by the renderer. */
final class SitePage {

    private final String title;
    private final String fragment;

    /** @param fragment HTML that the renderer has escaped already */
    SitePage(String title, String fragment) {
        this.title = title;
        this.fragment = fragment;
    }

    void draw(Sink sink) {
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
        // Raw: it is HTML that the renderer has escaped already.
        sink.rawText(fragment);
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }
}
