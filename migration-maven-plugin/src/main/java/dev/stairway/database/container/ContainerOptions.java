package dev.stairway.database.container;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the user says about containers.
 *
 * @param images by product, or by product and version as in {@code postgresql:17}; others are those of the makers
 * @param offline true when no image may be fetched
 * @param memory true when the files of the databases may lie in memory
 */
public record ContainerOptions(Map<String, String> images, boolean offline, boolean memory) {

    /** The makers' images, fetched when they are not there. */
    public static final ContainerOptions DEFAULT = new ContainerOptions(Map.of(), false, true);

    public ContainerOptions {
        images = new TreeMap<>(images);
    }

    @Override
    public Map<String, String> images() {
        return new TreeMap<>(images);
    }
}
