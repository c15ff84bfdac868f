package dev.stairway.report.view;

import dev.stairway.report.document.Step.ServerWork;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The work of one direction of a migration in several cells: of each figure the largest. */
final class WorkFigures {

    private final List<ServerWork> works;

    private WorkFigures(List<ServerWork> works) {
        this.works = works;
    }

    /** @param works null where nothing is known */
    static WorkFigures of(Stream<ServerWork> works) {
        return new WorkFigures(works.filter(Objects::nonNull).toList());
    }

    boolean isEmpty() {
        return works.isEmpty();
    }

    String written() {
        Long most = largest(ServerWork::rowsTouched, Long::compare);
        return most == null ? Units.NOTHING : Units.count(most);
    }

    String calls() {
        Long most = largest(work -> work.commands().isEmpty() ? null : Long.valueOf(work.calls()), Long::compare);
        return most == null ? Units.NOTHING : Units.count(most);
    }

    /** The larger change, be it more or less. */
    String memory() {
        return Units.change(largest(ServerWork::memoryBytes, Comparator.comparingLong(Math::abs)));
    }

    String block() {
        return Units.millis(largest(ServerWork::longestBlockMillis, Double::compare));
    }

    private <T> T largest(Function<ServerWork, T> figure, Comparator<T> order) {
        return works.stream().map(figure).filter(Objects::nonNull).max(order).orElse(null);
    }

    /** Most frequent first, for example {@code SET 200, SCAN 1}. */
    static String kinds(Map<String, Long> commands) {
        return commands.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(kind -> kind.getKey() + " " + Units.count(kind.getValue()))
                .collect(Collectors.joining(", "));
    }
}
