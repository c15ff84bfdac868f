package dev.stairway.data.jdbc;

import dev.stairway.data.model.Store;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes INSERTs and UPDATEs with their values in the text: one message then stores the rows of many tables. */
public final class StatementText {

    private final Function<Value, String> constants;
    private final String locator;

    /**
     * @param constants spells a value
     * @param locator expression that says where a stored row is
     */
    public StatementText(Function<Value, String> constants, String locator) {
        this.constants = constants;
        this.locator = locator;
    }

    /** The statements that store the rows; with RETURNING where their locators are asked for. */
    public List<String> inserts(Store.Batch batch) {
        String suffix = batch.located() ? " RETURNING " + locator : "";
        List<String> statements = new ArrayList<>();
        for (Store.Rows rows : batch.rows()) {
            String into = "INSERT INTO " + batch.table().sqlName();
            if (rows.columns().isEmpty()) {
                rows.values().forEach(row -> statements.add(into + " DEFAULT VALUES" + suffix));
            } else {
                statements.add(into + " (" + Names.quoted(rows.columns()) + ") VALUES " + values(rows) + suffix);
            }
        }
        return statements;
    }

    private StringBuilder values(Store.Rows rows) {
        StringBuilder text = new StringBuilder();
        for (List<Value> row : rows.values()) {
            char separator = '(';
            text.append(text.isEmpty() ? "" : ",");
            for (Value value : row) {
                text.append(separator).append(constants.apply(value));
                separator = ',';
            }
            text.append(')');
        }
        return text;
    }

    /** The list of an UPDATE's new values. */
    public String sets(Map<String, Value> values) {
        return values.entrySet().stream()
                .map(entry -> Names.quoted(entry.getKey()) + " = " + constants.apply(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
