package dev.stairway.database.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import dev.stairway.problem.ProblemException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.utility.DockerImageName;

/** Fetches one image. The engine reports what goes wrong on the way as a part of its answer. */
final class Pull extends ResultCallback.Adapter<PullResponseItem> {

    private static final long MINUTES = 15;

    private volatile String error = "";

    private Pull() {}

    @Override
    public void onNext(PullResponseItem item) {
        ResponseItem.ErrorDetail detail = item.getErrorDetail();
        if (detail != null) {
            error = String.valueOf(detail.getMessage());
        }
    }

    /** @throws ProblemException when it cannot be had */
    static void run(DockerClient client, DockerImageName image) {
        try (Pull pull = new Pull()) {
            client.pullImageCmd(image.getUnversionedPart())
                    .withTag(image.getVersionPart())
                    .exec(pull);
            if (!pull.awaitCompletion(MINUTES, TimeUnit.MINUTES)) {
                throw failed(image, "not complete after " + MINUTES + " minutes", null);
            }
            if (!pull.error.isEmpty()) {
                throw failed(image, pull.error, null);
            }
        } catch (NotFoundException e) {
            throw unknown(image, e);
        } catch (DockerException e) {
            throw failed(image, Causes.innermost(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a container image was fetched", e);
        } catch (java.io.IOException e) {
            throw failed(image, String.valueOf(e.getMessage()), e);
        }
    }

    private static ProblemException unknown(DockerImageName image, Exception e) {
        return ProblemException.setup(
                "There is no container image " + image.asCanonicalNameString() + ", or it is private",
                "its registry",
                Causes.innermost(e),
                "Check the version in <databases> and the name and tag in <containerImages>; for a private one, run docker"
                        + " login first",
                e);
    }

    private static ProblemException failed(DockerImageName image, String evidence, Exception e) {
        return ProblemException.setup(
                "The container image " + image.asCanonicalNameString() + " cannot be fetched",
                "its registry",
                evidence,
                "Check that the container engine reaches the registry (docker pull " + image.asCanonicalNameString()
                        + "), or take the embedded servers (-Dmigration.provider=embedded)",
                e);
    }
}
