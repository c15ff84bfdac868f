package dev.stairway.data.generic;

import dev.stairway.data.model.Table;
import dev.stairway.data.value.Base;
import dev.stairway.database.generic.facts.Spelling;
import java.util.List;
import java.util.stream.Collectors;

/** The INSERT with a parameter for each column. */
final class InsertText {

    private InsertText() {}

    static String of(Table table, List<String> columns, Spelling spelling) {
        if (columns.isEmpty()) {
            return "INSERT INTO " + table.sqlName() + (spelling.mysqlFamily() ? " VALUES ()" : " DEFAULT VALUES");
        }
        String names = columns.stream().map(spelling::quoted).collect(Collectors.joining(", "));
        String parameters = columns.stream()
                .map(name -> parameter(table.column(name).orElseThrow().type().base(), spelling))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table.sqlName() + " (" + names + ") VALUES (" + parameters + ")";
    }

    // H2 takes a text for a JSON text, not for a document: https://h2database.com/html/datatypes.html#json_type
    private static String parameter(Base base, Spelling spelling) {
        return base == Base.JSON && spelling.product().equals("h2") ? "? FORMAT JSON" : "?";
    }
}
