package dev.stairway.report.page;

import dev.stairway.report.view.AggregateView;
import dev.stairway.report.view.MetricsView;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** The page's templates. Everything from the document is escaped: no template inserts unescaped text, and a test says so. */
final class Templates {

    private static final TemplateEngine ENGINE = engine();

    private Templates() {}

    /**
     * The page's content, without style, script or data.
     *
     * @param site true inside a page that has a title of its own
     */
    static String body(MetricsView view, boolean site) {
        return ENGINE.process("body", new Context(Locale.ROOT, Map.of("page", view, "site", site)));
    }

    /** The content of a page about several modules. */
    static String modules(AggregateView view, boolean site) {
        return ENGINE.process("modules", new Context(Locale.ROOT, Map.of("page", view, "site", site)));
    }

    private static TemplateEngine engine() {
        // Our own loader: inside Maven the context loader is whatever the last plugin left there.
        ClassLoaderTemplateResolver resolver = new TightResolver(Templates.class.getClassLoader());
        resolver.setPrefix("dev/stairway/report/page/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** Drops the templates' indentation, which thousands of rows would repeat. Data passes through untouched. */
    private static final class TightResolver extends ClassLoaderTemplateResolver {

        TightResolver(ClassLoader loader) {
            super(loader);
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String template,
                String resourceName,
                String characterEncoding,
                Map<String, Object> templateResolutionAttributes) {
            String text = Assets.text(resourceName);
            return new StringTemplateResource(text.replaceAll(">\\s*\\n\\s*<", "><"));
        }
    }
}
