package dev.stairway.mojo;

import dev.stairway.database.container.ContainerOptions;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parameters about containers. */
final class ContainerSettings {

    /** Of a schema of twenty tables this is some hundred megabytes, which any machine has. */
    private static final long FEW_ROWS = 20_000;

    private ContainerSettings() {}

    /**
     * @param images null for none
     * @param rows that every table will have at most
     */
    static ContainerOptions options(List<String> images, boolean offline, long rows) {
        return new ContainerOptions(images(images), offline, rows <= FEW_ROWS);
    }

    /** Reads {@code postgresql:17=image:tag}. */
    static Map<String, String> images(List<String> configured) {
        Map<String, String> images = new TreeMap<>();
        for (String word : CheckedSettings.words(configured)) {
            int equals = word.indexOf('=');
            if (equals < 1 || equals == word.length() - 1) {
                throw ProblemException.setup(
                        "'" + word + "' says no container image",
                        "<containerImages> (-Dmigration.containerImages)",
                        "",
                        "Write product=image or product:version=image, as in postgresql:17=postgres:17.11",
                        null);
            }
            DatabaseRequest wanted = DatabaseRequest.parse(word.substring(0, equals));
            images.put(wanted.toString(), word.substring(equals + 1).strip());
        }
        return images;
    }
}
