package dev.stairway.mojo;

import dev.stairway.database.external.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the POMs of a project say before properties are put in. What opens a lock stands there in plain text: a property could
 * be set by the command line, the environment or {@code settings.xml}.
 */
final class PomText {

    private static final String PLUGIN = "migration-maven-plugin";

    private static final Set<String> PLAIN = Set.of(
            "disposable",
            "allowedHosts",
            "managedHosts",
            "maxServerMegabytes",
            "serverQuery",
            "othersQuery",
            "redisDisposable");

    private PomText() {}

    /** Refuses a lock's setting that is taken from a property, in this project's POM or in one of its parents. */
    static void requirePlain(MavenProject project) {
        for (MavenProject one = project; one != null; one = one.getParent()) {
            if (one.getOriginalModel() != null) {
                plugins(one.getOriginalModel()).flatMap(PomText::configurations).forEach(PomText::requirePlain);
            }
        }
    }

    private static Stream<Plugin> plugins(Model model) {
        List<ModelBase> bases = new ArrayList<>(model.getProfiles());
        bases.add(model);
        return bases.stream()
                .map(base -> base instanceof Model whole
                        ? whole.getBuild()
                        : ((org.apache.maven.model.Profile) base).getBuild())
                .flatMap(PomText::plugins)
                .filter(plugin -> PLUGIN.equals(plugin.getArtifactId()));
    }

    private static Stream<Plugin> plugins(BuildBase build) {
        if (build == null) {
            return Stream.of();
        }
        Stream<Plugin> managed =
                build.getPluginManagement() == null ? Stream.of() : build.getPluginManagement().getPlugins().stream();
        return Stream.concat(build.getPlugins().stream(), managed);
    }

    private static Stream<Xpp3Dom> configurations(Plugin plugin) {
        Stream<Object> ofExecutions = plugin.getExecutions().stream().map(PluginExecution::getConfiguration);
        return Stream.concat(Stream.of(plugin).map(Plugin::getConfiguration), ofExecutions)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    private static void requirePlain(Xpp3Dom element) {
        if (PLAIN.contains(element.getName()) && element.toString().contains("${")) {
            throw Lock.HOST.refuses(
                    "What opens a lock of a named database is taken from a property, which the command line could set",
                    "<" + element.getName() + "> in the POM",
                    "",
                    "Write the text itself there");
        }
        for (Xpp3Dom child : element.getChildren()) {
            requirePlain(child);
        }
    }
}
