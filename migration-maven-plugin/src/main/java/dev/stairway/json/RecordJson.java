package dev.stairway.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes records as JSON objects. Jackson's data binding does that too, but loading it takes a cold JVM, which is what a
 * build is, half a second; this takes a few hundredths.
 */
public final class RecordJson {

    private record Property(String name, Method accessor) {

        private static Property of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Property(component.getName(), component.getAccessor());
        }
    }

    private final Map<Class<?>, List<Property>> properties = new HashMap<>();
    private final JsonGenerator out;
    private final Mask mask;

    public RecordJson(JsonGenerator out, Mask mask) {
        this.out = out;
        this.mask = mask;
    }

    /** @param value null, text, a number, a boolean, or a list, map or record of these */
    public void write(Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(mask.of(text));
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof Map<?, ?> map) {
            object(new TreeMap<>(map));
        } else if (value instanceof Record fields) {
            object(fields);
        } else if (value == null) {
            out.writeNull();
        } else {
            throw new IllegalArgumentException(value.getClass()
                    + " is not written as JSON: documents hold text, numbers, lists, maps and records");
        }
    }

    private void array(List<?> list) throws IOException {
        out.writeStartArray();
        for (Object element : list) {
            write(element);
        }
        out.writeEndArray();
    }

    private void object(Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeFieldName(mask.of((String) entry.getKey()));
            write(entry.getValue());
        }
        out.writeEndObject();
    }

    private void object(Record value) throws IOException {
        out.writeStartObject();
        for (Property property : properties.computeIfAbsent(value.getClass(), RecordJson::properties)) {
            out.writeFieldName(property.name());
            write(get(property.accessor(), value));
        }
        out.writeEndObject();
    }

    private static List<Property> properties(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Property::of).toList();
    }

    private static Object get(Method accessor, Record value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Every component of a record can be read.", e);
        }
    }
}
