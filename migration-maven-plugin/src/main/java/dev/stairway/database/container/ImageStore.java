package dev.stairway.database.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.stairway.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;
import org.testcontainers.utility.DockerImageName;

/**
 * The images of the engine.
 *
 * @param offline true when none may be fetched
 */
record ImageStore(DockerClient client, boolean offline) {

    /**
     * Fetches the image where it is not there.
     *
     * @throws ProblemException when it cannot be had
     */
    void require(DockerImageName image) {
        if (find(image).isPresent()) {
            return;
        }
        if (offline) {
            throw ProblemException.setup(
                    "The container image " + image.asCanonicalNameString() + " is not there, and Maven works offline",
                    "images of the container engine",
                    "",
                    "Run once without -o, or fetch it by hand: docker pull " + image.asCanonicalNameString(),
                    null);
        }
        Pull.run(client, image);
    }

    /** What the image's makers say in this variable; empty where they do not. */
    Optional<String> variable(DockerImageName image, String name) {
        return find(image)
                .map(InspectImageResponse::getConfig)
                .map(config -> config.getEnv())
                .flatMap(variables -> Arrays.stream(variables)
                        .filter(variable -> variable.startsWith(name + "="))
                        .map(variable -> variable.substring(name.length() + 1))
                        .findFirst());
    }

    private Optional<InspectImageResponse> find(DockerImageName image) {
        try {
            return Optional.of(
                    client.inspectImageCmd(image.asCanonicalNameString()).exec());
        } catch (NotFoundException absent) {
            return Optional.empty();
        } catch (DockerException e) {
            throw ProblemException.setup(
                    "The container engine cannot look at its images",
                    image.asCanonicalNameString(),
                    Causes.innermost(e),
                    "Look at the engine's own messages, or take the embedded servers (-Dmigration.provider=embedded)",
                    e);
        }
    }
}
