package dev.stairway.data.bulk;

import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import java.util.Map;
import java.util.Set;

/**
 * Many rows to be planned.
 *
 * @param counted columns that the database would count and the rows give nevertheless
 * @param parents of each reference; none for references that stay NULL for now
 * @param largest number so far of integer columns that have to be unique
 * @param first number of the first row
 * @param rows how many are wanted
 */
public record BulkOrder(
        Table table,
        long seed,
        Set<String> counted,
        Map<ForeignKey, Parents> parents,
        Map<String, Long> largest,
        long first,
        long rows) {}
