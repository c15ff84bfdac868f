package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import dev.stairway.compare.schema.View;

/** Whether a computed value is kept. */
final class ComputedColumns implements KnownDifference {

    @Override
    public String id() {
        return "computed-columns-kept";
    }

    @Override
    public String why() {
        return "PostgreSQL before 18 keeps what it computes; others may compute it whenever it is read. The values are the same."
                + " https://www.postgresql.org/docs/current/ddl-generated-columns.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.GENERATION)
                && pair.between(
                        view -> column(view, Generation.STORED) && view.is("postgresql"),
                        view -> column(view, Generation.VIRTUAL));
    }

    private static boolean column(View view, Generation generation) {
        return view.column().filter(column -> column.generation() == generation).isPresent();
    }
}
