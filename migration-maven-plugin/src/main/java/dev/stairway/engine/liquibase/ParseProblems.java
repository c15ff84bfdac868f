package dev.stairway.engine.liquibase;

import dev.stairway.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Turns what Liquibase's parsers throw into one sentence with file, line and column. */
final class ParseProblems {

    private static final Pattern XML = Pattern.compile("Error parsing line (\\d+) column (\\d+) of (.+?): ");
    private static final Pattern FILE = Pattern.compile(
            "(?:Syntax error in file|Error parsing|Unexpected formatting in formatted changelog|in file)"
                    + " '?([^\\s:']+)'?");
    private static final Pattern LINE = Pattern.compile("\\b(?:at|on) line (\\d+)");

    private ParseProblems() {}

    static ProblemException of(String location, Throwable broken) {
        return at(place(location, broken), broken);
    }

    static ProblemException at(String place, Throwable broken) {
        return ProblemException.migrations(
                "The changelog cannot be read", place, Failures.reason(broken), next(broken), broken);
    }

    private static String place(String location, Throwable broken) {
        String file = location;
        for (Throwable layer : Failures.chain(broken)) {
            String message = String.valueOf(layer.getMessage());
            Matcher xml = XML.matcher(message);
            if (xml.find()) {
                return xml.group(3) + ":" + xml.group(1) + ":" + xml.group(2);
            }
            Matcher named = FILE.matcher(message);
            if (named.find()) {
                file = named.group(1);
            }
            if (layer instanceof SAXParseException sax) {
                return file + ":" + sax.getLineNumber() + ":" + sax.getColumnNumber();
            }
            if (layer instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
                return file + ":" + (yaml.getProblemMark().getLine() + 1) + ":"
                        + (yaml.getProblemMark().getColumn() + 1);
            }
            Matcher line = LINE.matcher(message);
            if (line.find()) {
                return file + ":" + line.group(1);
            }
        }
        return file;
    }

    private static String next(Throwable broken) {
        String reason = Failures.reason(broken);
        if (reason.contains("not found")
                || reason.contains("does not exist")
                || reason.contains("Could not find directory")) {
            return "Correct the path; it is relative to the configured directories unless relativeToChangelogFile is set.";
        }
        return "Correct the file at this place.";
    }
}
