package dev.stairway.mojo;

import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Where a project keeps its changelogs and classes. */
final class ProjectPaths {

    private final MavenProject project;

    ProjectPaths(MavenProject project) {
        this.project = project;
    }

    /** Source directories first, so that positions in messages are those of the files that people edit. */
    List<Path> roots() {
        Set<Path> roots = new LinkedHashSet<>();
        project.getResources().stream()
                .map(Resource::getDirectory)
                .map(Path::of)
                .forEach(roots::add);
        project.getTestResources().stream()
                .map(Resource::getDirectory)
                .map(Path::of)
                .forEach(roots::add);
        roots.add(project.getBasedir().toPath());
        return List.copyOf(roots);
    }

    /** Classes and dependencies of the project's tests. */
    List<Path> testClassPath() throws DependencyResolutionRequiredException {
        return project.getTestClasspathElements().stream().map(Path::of).toList();
    }

    /** The test class path over the plugin's own; the caller closes it. */
    URLClassLoader testClasses(ClassLoader plugin) throws DependencyResolutionRequiredException {
        List<URL> urls = new ArrayList<>();
        for (Path element : testClassPath()) {
            try {
                urls.add(element.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("Not a class path element: " + element, e);
            }
        }
        return new URLClassLoader("project-test-classes", urls.toArray(URL[]::new), plugin);
    }

    /** The databases of the drivers where a changelog is for SQL, and Redis where one is for Redis. */
    List<DatabaseRequest> databasesFor(List<NamedChangelog> changelogs) {
        List<String> databases = new ArrayList<>();
        if (changelogs.stream().anyMatch(c -> !c.engine().equals("redis"))) {
            databases.addAll(databasesOfDrivers());
        }
        if (changelogs.stream().anyMatch(c -> c.engine().equals("redis"))) {
            databases.add("redis");
        }
        return databases.stream().map(DatabaseRequest::parse).toList();
    }

    /** Databases whose JDBC drivers the project itself depends on; PostgreSQL when it depends on none that we know. */
    private List<String> databasesOfDrivers() {
        List<String> databases = new ArrayList<>();
        if (dependsOn("org.xerial", "sqlite-jdbc")) {
            databases.add("sqlite");
        }
        if (dependsOn("org.postgresql", "postgresql") || databases.isEmpty()) {
            databases.add("postgresql");
        }
        return databases;
    }

    private boolean dependsOn(String groupId, String artifactId) {
        return project.getArtifacts().stream()
                .anyMatch(
                        a -> a.getGroupId().equals(groupId) && a.getArtifactId().equals(artifactId));
    }
}
