package dev.stairway.data.bulk;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which reference sets which column. */
final class Links {

    private final Map<String, LinkCells> byColumn = new HashMap<>();

    private Links() {}

    /** Empty when references overlap so that a parent of one is not a parent of the other, or one has no parent at all. */
    static Optional<Links> of(BulkOrder order, Set<String> given) {
        Links links = new Links();
        List<ForeignKey> keys = new ArrayList<>(order.table().foreignKeys());
        // The widest first: what it sets usually satisfies the narrower ones that share columns with it.
        keys.sort((a, b) -> b.columns().size() - a.columns().size());
        for (ForeignKey key : keys) {
            long taken =
                    key.columns().stream().filter(links.byColumn::containsKey).count();
            if (taken == key.columns().size()) {
                continue;
            }
            LinkCells link = link(order, key);
            if (taken > 0 || !given.containsAll(key.columns()) || !link.canBeSet()) {
                return Optional.empty();
            }
            key.columns().forEach(column -> links.byColumn.put(column, link));
        }
        return Optional.of(links);
    }

    private static LinkCells link(BulkOrder order, ForeignKey key) {
        Table table = order.table();
        boolean nullable = key.columns().stream()
                .allMatch(name -> table.column(name).filter(Column::nullable).isPresent());
        Dice.Source dice =
                Dice.source(order.seed(), table.plainName(), key.columns().get(0));
        return new LinkCells(key, order.parents().get(key), dice, nullable);
    }

    Optional<LinkCells> of(String column) {
        return Optional.ofNullable(byColumn.get(column));
    }
}
