package dev.stairway.database.container;

import dev.stairway.problem.ProblemException;
import java.util.Map;
import java.util.Optional;

/** Which image a database is started from. */
final class Images {

    /** Of a product: the maker's image, and the tag where no version is asked for. */
    private record Maker(String image, String newest) {}

    private static final Map<String, Maker> MAKERS = Map.of(
            "postgresql", new Maker("postgres", "18"),
            "redis", new Maker("redis", "7"),
            "valkey", new Maker("valkey/valkey", "8"));

    private static final String PARAMETER = "<containerImages> (-Dmigration.containerImages)";

    private Images() {}

    /**
     * @param configured by product, or by product and version
     * @param version empty for the newest that is known here
     * @throws ProblemException when there is none
     */
    static String of(Map<String, String> configured, String product, String version) {
        String named =
                Optional.ofNullable(configured.get(product + ":" + version)).orElseGet(() -> configured.get(product));
        if (named != null) {
            return pinned(named);
        }
        Maker maker = MAKERS.get(product);
        if (maker == null) {
            throw ProblemException.setup(
                    "'" + product + "' does not run in a container",
                    "<databases> (-Dmigration.databases), <provider> (-Dmigration.provider)",
                    "available: postgresql, redis, valkey",
                    "Name one of these, or take the embedded one: " + product + (version.isEmpty() ? "" : ":" + version)
                            + ":embedded",
                    null);
        }
        return maker.image + ":" + (version.isEmpty() ? maker.newest : version);
    }

    /** A tag that moves would make a run of tomorrow another one than today's. */
    private static String pinned(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        boolean digest = name.contains("@");
        if (digest || name.contains(":") && !name.endsWith(":latest") && !name.endsWith(":")) {
            return image;
        }
        throw ProblemException.setup(
                "The container image " + image + " is not pinned",
                PARAMETER,
                "",
                "Write the tag or the digest behind it, as in postgres:17.11 or postgres@sha256:...",
                null);
    }
}
