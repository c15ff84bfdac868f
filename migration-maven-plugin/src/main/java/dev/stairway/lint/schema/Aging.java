package dev.stairway.lint.schema;

/** Makes what a release has made a part of history: only that is touched, however much there is already. */
final class Aging {

    private final Drawing drawing;

    Aging(Drawing drawing) {
        this.drawing = drawing;
    }

    /** @param fresh what is made old; null for nothing */
    void apply(Drawing.Fresh fresh) {
        for (Drawing.Fresh next = fresh; next != null; next = next.before()) {
            if (next.object() instanceof Table table) {
                age(table);
            } else if (next.object() instanceof Index index) {
                age(index);
            } else if (next.object() instanceof View view) {
                age(view);
            } else if (next.object() instanceof Trigger trigger) {
                age(trigger);
            } else if (next.object() instanceof Thing thing) {
                age(thing);
            }
        }
        drawing.takeFresh();
    }

    /** What is not there any more as it was then has been noted again, or is gone. */
    private void age(Table table) {
        drawing.tables()
                .find(table.name())
                .filter(now -> now.origin() == Table.Origin.RELEASE)
                .ifPresent(now -> drawing.change(now, now.history()));
    }

    private void age(Index index) {
        drawing.indexes().find(index.name()).filter(Index::isNew).ifPresent(now -> {
            Index old = now.history();
            drawing.tables()
                    .find(now.table())
                    .ifPresentOrElse(
                            table -> drawing.change(
                                    table,
                                    table.withIndexes(table.indexes().stream()
                                            .map(one -> one.equals(now) ? old : one)
                                            .toList())),
                            () -> drawing.put(old));
        });
    }

    private void age(View view) {
        drawing.views()
                .find(view.name())
                .filter(View::isNew)
                .ifPresent(now -> drawing.put(new View(now.name(), now.query(), now.materialized(), false)));
    }

    private void age(Trigger trigger) {
        if (drawing.triggers().of(trigger.table()).contains(trigger)) {
            drawing.take(trigger);
            drawing.put(new Trigger(trigger.name(), trigger.table(), trigger.events(), trigger.body(), false));
        }
    }

    private void age(Thing thing) {
        drawing.thing(thing.kind(), thing.name())
                .filter(Thing::isNew)
                .ifPresent(now -> drawing.put(new Thing(now.kind(), now.name(), now.values(), false)));
    }
}
