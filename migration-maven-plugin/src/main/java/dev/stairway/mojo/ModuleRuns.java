package dev.stairway.mojo;

import dev.stairway.report.Aggregate.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/** What the runs of several modules have left. */
final class ModuleRuns {

    private static final String METRICS = "metrics.json";
    private static final List<String> WALKING = List.of("verify", "test", "rollback", "data-test", "validate");

    private final String output;
    private final Path from;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * @param output directory of a module's runs, relative to its build directory
     * @param from directory of the page that links to theirs
     */
    ModuleRuns(String output, Path from) {
        this.output = output;
        this.from = from.toAbsolutePath().normalize();
    }

    /** True when the module's POM binds a goal that leaves a document. */
    static boolean walks(MavenProject module) {
        Plugin plugin = module.getPlugin("dev.stairway:migration-maven-plugin");
        return plugin != null
                && plugin.getExecutions().stream()
                        .map(PluginExecution::getGoals)
                        .flatMap(List::stream)
                        .anyMatch(WALKING::contains);
    }

    /** @param expected true when the module should have a run */
    void add(String module, Path buildDirectory, boolean expected) {
        List<Path> documents = documents(buildDirectory.resolve(output));
        documents.forEach(document -> parts.add(new Part(module, document, page(document))));
        if (documents.isEmpty() && expected) {
            missing.add(module);
        }
    }

    /** In the directory itself, and in one of each goal below it. */
    private static List<Path> documents(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.find(directory, 2, (file, is) -> is.isRegularFile() && file.endsWith(METRICS))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The runs of a module cannot be read: " + e, e);
        }
    }

    /** As a link; empty where there is no page. */
    private String page(Path document) {
        Path page = document.resolveSibling("report")
                .resolve("index.html")
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(page) || !page.getRoot().equals(from.getRoot())) {
            return "";
        }
        List<String> names = new ArrayList<>();
        from.relativize(page).forEach(name -> names.add(encoded(name.toString())));
        return String.join("/", names);
    }

    private static String encoded(String name) {
        try {
            return new URI(null, null, "/" + name, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Every name after a slash is a path", e);
        }
    }

    List<Part> parts() {
        return parts;
    }

    List<String> missing() {
        return missing;
    }
}
