package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.fingerprint.TableData.ColumnData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogicalDataTest {

    @Test
    void tables_of_two_products_are_equal_whatever_their_schema_and_the_case_of_names() {
        LogicalData postgres = LogicalData.of(List.of(table("public.users", "id", 1)));
        LogicalData sqlite = LogicalData.of(List.of(table("Users", "ID", 1)));

        assertThat(postgres.differences(sqlite)).isEmpty();
        assertThat(postgres.digest()).isEqualTo(sqlite.digest());
    }

    @Test
    void other_values_and_missing_tables_are_named() {
        LogicalData one = LogicalData.of(List.of(table("public.users", "id", 1), table("public.gone", "id", 1)));
        LogicalData other = LogicalData.of(List.of(table("users", "id", 2)));

        assertThat(one.differences(other))
                .extracting(change -> change.name() + " " + change.attribute())
                .containsExactly("gone rows", "users.id values");
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void two_tables_of_one_plain_name_cannot_be_told_apart() {
        assertThatThrownBy(() -> LogicalData.of(List.of(table("a.t", "id", 1), table("b.t", "id", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two tables are called t");
    }

    private static TableData table(String name, String column, long value) {
        ColumnData data = new ColumnData(1, new Digest(0, value));
        return new TableData(name, 1, new TreeMap<>(Map.of(column, data)), new Digest(1, value), Optional.empty());
    }
}
