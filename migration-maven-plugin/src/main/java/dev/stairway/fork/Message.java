package dev.stairway.fork;

import dev.stairway.problem.Problem;
import dev.stairway.problem.ProblemException.Blame;
import dev.stairway.suite.Ending;
import java.nio.file.Path;

/**
 * One line of the conversation between the two JVMs; exactly one component is not null.
 *
 * @param log child: a line for the build log
 * @param resolve child: asks for a jar
 * @param resolved parent: the answer
 * @param ended child: the run came to its end
 * @param stopped either: it did not, or the jar cannot be had
 * @param crashed child: stack trace of what nobody expected
 */
record Message(String log, Coordinates resolve, Path resolved, Ending ended, Stop stopped, String crashed) {

    /** Of a jar. */
    record Coordinates(String groupId, String artifactId, String version) {}

    /** A {@link dev.stairway.problem.ProblemException} on its way. */
    record Stop(Blame blame, Problem problem) {}

    static Message log(String line) {
        return new Message(line, null, null, null, null, null);
    }

    static Message resolve(String groupId, String artifactId, String version) {
        return new Message(null, new Coordinates(groupId, artifactId, version), null, null, null, null);
    }

    static Message resolved(Path jar) {
        return new Message(null, null, jar, null, null, null);
    }

    static Message ended(Ending ending) {
        return new Message(null, null, null, ending, null, null);
    }

    static Message stopped(dev.stairway.problem.ProblemException problem) {
        return new Message(null, null, null, null, new Stop(problem.blame(), problem.problem()), null);
    }

    static Message crashed(String trace) {
        return new Message(null, null, null, null, null, trace);
    }
}
