package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * The user's directories in their order, then the class path; the first that has a file wins. Liquibase's own search
 * refuses a file that is found twice, which sources and {@code target/classes} always are.
 */
final class ChangelogResources extends AbstractResourceAccessor {

    private final List<ResourceAccessor> places = new ArrayList<>();

    private ChangelogResources() {}

    static ChangelogResources of(ChangelogSource source) {
        ChangelogResources resources = new ChangelogResources();
        try {
            for (Path root : source.roots()) {
                if (Files.isDirectory(root)) {
                    resources.places.add(new DirectoryResourceAccessor(root));
                }
            }
        } catch (FileNotFoundException vanished) {
            throw new java.io.UncheckedIOException(vanished);
        }
        resources.places.add(new ClassLoaderResourceAccessor(source.loader()));
        return resources;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        for (ResourceAccessor place : places) {
            List<Resource> found = place.getAll(path);
            if (found != null && !found.isEmpty()) {
                return List.of(found.get(0));
            }
        }
        return List.of();
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        return firsts(place -> place.search(path, recursive));
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        return firsts(place -> place.search(path, options));
    }

    private List<Resource> firsts(Search search) throws IOException {
        Map<String, Resource> found = new LinkedHashMap<>();
        for (ResourceAccessor place : places) {
            List<Resource> here = search.in(place);
            if (here != null) {
                here.forEach(resource -> found.putIfAbsent(resource.getPath(), resource));
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<String> describeLocations() {
        return places.stream()
                .flatMap(place -> place.describeLocations().stream())
                .toList();
    }

    @Override
    public void close() throws Exception {
        for (ResourceAccessor place : places) {
            place.close();
        }
    }

    @FunctionalInterface
    private interface Search {
        List<Resource> in(ResourceAccessor place) throws IOException;
    }
}
