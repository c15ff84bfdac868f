package dev.stairway.data.generic;

import dev.stairway.data.model.Table;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Value;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.HexFormat;
import java.util.List;

/** Hands values to a prepared statement as what their columns are, since not every driver converts texts. */
public final class Binder {

    private final List<Base> bases;

    Binder(Table table, List<String> columns) {
        bases = columns.stream()
                .map(name -> table.column(name).orElseThrow().type().base())
                .toList();
    }

    void bind(PreparedStatement statement, List<Value> row) throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            bind(statement, i + 1, bases.get(i), row.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int index, Base base, Value value) throws SQLException {
        switch (value.kind()) {
            case NULL, DEFAULT -> statement.setNull(index, Types.NULL);
            case BYTES -> statement.setBytes(index, HexFormat.of().parseHex(value.text()));
            case NUMBER -> number(statement, index, base, value.text());
            case TEXT -> text(statement, index, base, value.text());
        }
    }

    private static void number(PreparedStatement statement, int index, Base base, String text) throws SQLException {
        if (base == Base.FLOAT32 || base == Base.FLOAT64) {
            statement.setDouble(index, Double.parseDouble(text));
        } else {
            statement.setBigDecimal(index, new BigDecimal(text));
        }
    }

    /** A text as what the column is. */
    public static void text(PreparedStatement statement, int index, Base base, String text) throws SQLException {
        if (base == Base.BOOLEAN) {
            statement.setBoolean(index, text.equals("true") || text.equals("1"));
            return;
        }
        Object moment = base.isTemporal() ? moment(base, text) : null;
        if (moment == null) {
            statement.setString(index, text);
        } else {
            statement.setObject(index, moment);
        }
    }

    /** Null for a text of another form, which goes as it is. */
    private static Object moment(Base base, String text) {
        String iso = text.replace(' ', 'T').replaceFirst("\\+00$", "Z");
        try {
            return switch (base) {
                case DATE -> LocalDate.parse(text);
                case TIME -> LocalTime.parse(text);
                case TIME_ZONED -> OffsetTime.parse(iso);
                case TIMESTAMP -> LocalDateTime.parse(iso);
                case TIMESTAMP_ZONED -> OffsetDateTime.parse(iso);
                default -> null;
            };
        } catch (DateTimeException otherForm) {
            return null;
        }
    }
}
