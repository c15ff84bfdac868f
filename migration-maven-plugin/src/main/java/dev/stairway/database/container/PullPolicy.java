package dev.stairway.database.container;

import java.util.concurrent.atomic.AtomicBoolean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.ImagePullPolicy;
import org.testcontainers.utility.DockerImageName;

/**
 * Makes Testcontainers fetch the images of its own the way we fetch ours: in one go, with a clear end, and never offline.
 * By itself it would try again for minutes where no registry answers. Named in {@code testcontainers.properties}, by which
 * Testcontainers makes it; that is why the switch is not a field: https://java.testcontainers.org/features/configuration/
 */
public final class PullPolicy implements ImagePullPolicy {

    private static final AtomicBoolean OFFLINE = new AtomicBoolean();

    /** The same for all containers of a JVM, as Testcontainers itself is there but once. */
    static void offline(boolean offline) {
        OFFLINE.set(offline);
    }

    @Override
    public boolean shouldPull(DockerImageName image) {
        new ImageStore(DockerClientFactory.lazyClient(), OFFLINE.get()).require(image);
        return false;
    }
}
