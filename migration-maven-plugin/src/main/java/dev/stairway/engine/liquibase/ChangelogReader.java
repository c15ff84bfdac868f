package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/** Parses a changelog with Liquibase's own parsers and tells what is broken, and where. */
final class ChangelogReader {

    private final ChangelogSource source;
    private final ResourceAccessor resources;

    ChangelogReader(ChangelogSource source, ResourceAccessor resources) {
        this.source = source;
        this.resources = resources;
    }

    WatchedParameters parameters(Database database) {
        WatchedParameters parameters = new WatchedParameters(database);
        parameters.setContexts(Filters.contexts(source));
        parameters.setLabels(Filters.labels(source));
        source.parameters().forEach(parameters::set);
        return parameters;
    }

    DatabaseChangeLog read(ChangeLogParameters parameters) {
        try {
            if (!resources.get(source.location()).exists()) {
                throw notFound();
            }
            return ChangeLogParserFactory.getInstance()
                    .getParser(source.location(), resources)
                    .parse(source.location(), parameters, resources);
        } catch (LiquibaseException | IOException broken) {
            throw MissingInclude.place(source.location(), broken, resources)
                    .map(place -> ParseProblems.at(place, broken))
                    .orElseGet(() -> ParseProblems.of(source.location(), broken));
        }
    }

    private ProblemException notFound() {
        List<String> roots = source.roots().stream().map(Path::toString).toList();
        return ProblemException.setup(
                "The changelog '" + source.location() + "' was not found",
                String.join(", ", roots) + (roots.isEmpty() ? "" : ", ") + "class path",
                "",
                "Name it relative to one of these directories, or as a resource on the class path.",
                null);
    }
}
