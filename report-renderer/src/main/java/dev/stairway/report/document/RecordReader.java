package dev.stairway.report.document;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON objects into records: unknown fields are skipped, absent ones are null or zero. Jackson's data binding does
 * that too, but loading it takes a cold JVM, which is what a build is, a quarter of a second.
 */
final class RecordReader {

    /** What an absent field of a primitive type is. */
    private static final Map<Type, Object> ZEROS =
            Map.of(int.class, 0, long.class, 0L, double.class, 0.0, boolean.class, false);

    /**
     * How one record is made.
     *
     * @param absent what its components are when the document leaves them out
     */
    private record Shape(Map<String, Integer> places, Type[] types, Object[] absent, Constructor<?> constructor) {}

    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final JsonParser in;

    RecordReader(JsonParser in) {
        this.in = in;
    }

    /** The value that the parser stands on. */
    <T> T read(Class<T> type) throws IOException {
        return type.cast(value(type));
    }

    private Object value(Type type) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return ZEROS.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(generic.getActualTypeArguments()[0])
                    : map(generic.getActualTypeArguments()[1]);
        }
        return type instanceof Class<?> record && record.isRecord() ? object(record) : scalar(type);
    }

    private Object scalar(Type type) throws IOException {
        if (type == String.class && in.currentToken().isScalarValue()) {
            return in.getText();
        }
        if (type == boolean.class && in.currentToken().isBoolean()) {
            return in.getBooleanValue();
        }
        if (in.currentToken().isNumeric()) {
            if (type == int.class) {
                return in.getIntValue();
            }
            if (type == long.class || type == Long.class) {
                return in.getLongValue();
            }
            if (type == double.class || type == Double.class) {
                return in.getDoubleValue();
            }
        }
        throw unexpected(((Class<?>) type).getSimpleName());
    }

    private List<Object> list(Type element) throws IOException {
        require(JsonToken.START_ARRAY, "a list");
        List<Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(element));
        }
        return list;
    }

    private Map<String, Object> map(Type element) throws IOException {
        require(JsonToken.START_OBJECT, "an object");
        Map<String, Object> map = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String key = in.currentName();
            in.nextToken();
            map.put(key, value(element));
        }
        return map;
    }

    private Object object(Class<?> type) throws IOException {
        require(JsonToken.START_OBJECT, "an object");
        Shape shape = shape(type);
        Object[] values = shape.absent().clone();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            Integer place = shape.places().get(in.currentName());
            in.nextToken();
            if (place == null) {
                in.skipChildren();
            } else {
                values[place] = value(shape.types()[place]);
            }
        }
        return made(shape.constructor(), values);
    }

    private Shape shape(Class<?> type) {
        Shape known = shapes.get(type);
        if (known == null) {
            known = shapeOf(type);
            shapes.put(type, known);
        }
        return known;
    }

    private static Shape shapeOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Integer> places = new HashMap<>();
        Type[] types = new Type[components.length];
        Object[] absent = new Object[components.length];
        for (int place = 0; place < components.length; place++) {
            places.put(components[place].getName(), place);
            types[place] = components[place].getGenericType();
            absent[place] = ZEROS.get(types[place]);
        }
        return new Shape(places, types, absent, canonical(type, components));
    }

    /** A record may have shorter constructors besides, and a JVM tells them in any order. */
    private static Constructor<?> canonical(Class<?> type, RecordComponent... components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a constructor of its components: " + type, e);
        }
    }

    private static Object made(Constructor<?> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The document's records are public and take every value.", e);
        }
    }

    private void require(JsonToken token, String what) throws IOException {
        if (in.currentToken() != token) {
            throw unexpected(what);
        }
    }

    private JsonParseException unexpected(String what) throws IOException {
        return new JsonParseException(in, "field " + in.currentName() + " should be " + what);
    }
}
