package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.ServerWork;
import dev.stairway.report.view.MigrationView.WorkRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The work of one migration; cells in which the same commands ran over as many rows are told once. */
final class WorkRows {

    private record Same(Long rowsTouched, Map<String, Long> commands) {}

    private WorkRows() {}

    static List<WorkRow> of(Map<Cell, Step> steps, Names names) {
        List<WorkRow> rows = new ArrayList<>(rows("up", steps, Step::upWork, names));
        rows.addAll(rows("down", steps, Step::downWork, names));
        return rows;
    }

    private static List<WorkRow> rows(
            String way, Map<Cell, Step> steps, Function<Step, ServerWork> direction, Names names) {
        Map<Same, Map<Cell, ServerWork>> groups = new LinkedHashMap<>();
        steps.forEach((cell, step) -> {
            ServerWork work = direction.apply(step);
            if (work != null) {
                groups.computeIfAbsent(new Same(work.rowsTouched(), work.commands()), key -> new LinkedHashMap<>())
                        .put(cell, work);
            }
        });
        return groups.entrySet().stream()
                .map(group -> row(way, group.getKey(), group.getValue(), names))
                .toList();
    }

    private static WorkRow row(String way, Same same, Map<Cell, ServerWork> cells, Names names) {
        WorkFigures figures = WorkFigures.of(cells.values().stream());
        return new WorkRow(
                names.cells(cells.keySet()),
                way,
                figures.written(),
                figures.memory(),
                figures.block(),
                WorkFigures.kinds(same.commands()));
    }
}
