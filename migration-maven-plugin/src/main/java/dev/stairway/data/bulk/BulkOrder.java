package dev.stairway.data.bulk;

import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.profile.TableProfile;
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
 * @param profile how the table's columns are spread elsewhere
 */
public record BulkOrder(
        Table table,
        long seed,
        Set<String> counted,
        Map<ForeignKey, Parents> parents,
        Map<String, Long> largest,
        long first,
        long rows,
        TableProfile profile) {}
