package dev.stairway.audit;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Who started an operation, as far as the process was told; nobody is asked over a network.
 *
 * @param user of the operating system
 * @param host empty where the environment does not say
 * @param actor who started the job, by the CI server; empty elsewhere
 * @param job where to find it; empty elsewhere
 */
public record Who(String user, String host, String actor, String job) {

    /** Of this process. */
    public static Who here() {
        return of(System.getProperty("user.name", ""), System.getenv());
    }

    static Who of(String user, Map<String, String> environment) {
        return new Who(
                user,
                first(environment, "HOSTNAME", "COMPUTERNAME"),
                // GitHub Actions, GitLab, Jenkins with its build-user plug-in, Azure, Bitbucket.
                first(
                        environment,
                        "GITHUB_ACTOR",
                        "GITLAB_USER_LOGIN",
                        "BUILD_USER_ID",
                        "BUILD_REQUESTEDFOR",
                        "BITBUCKET_STEP_TRIGGERER_UUID"),
                job(environment));
    }

    private static String job(Map<String, String> environment) {
        String github = environment.getOrDefault("GITHUB_RUN_ID", "");
        return github.isEmpty()
                ? first(environment, "CI_JOB_URL", "BUILD_URL", "BUILD_BUILDURI")
                : first(environment, "GITHUB_SERVER_URL") + "/" + first(environment, "GITHUB_REPOSITORY")
                        + "/actions/runs/" + github;
    }

    private static String first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }
}
