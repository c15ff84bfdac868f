package dev.stairway.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Reads JSON and takes nothing for granted: whatever is not as expected is named with its field and line. */
final class StrictJson implements Closeable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What is wrong, and where. */
    static final class Wrong extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;

        Wrong(String message, int line) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    interface Fields {
        /** Reads the value of this field, or says that there is no such field. */
        void read(String name) throws IOException;
    }

    interface Element {
        void read() throws IOException;
    }

    private final JsonParser parser;
    private final Deque<String> path = new ArrayDeque<>();

    /** Line on which the object begins that ended last. */
    private int start;

    StrictJson(byte[] text) throws IOException {
        parser = JSON.createParser(text);
    }

    void document(Fields fields) throws IOException {
        next();
        object(fields);
        if (next() != null) {
            throw wrong("there is something after the end of the document");
        }
    }

    void value(Fields fields) throws IOException {
        next();
        object(fields);
    }

    private void object(Fields fields) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        int line = parser.currentTokenLocation().getLineNr();
        while (next() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            path.addLast(name);
            fields.read(name);
            path.removeLast();
        }
        start = line;
    }

    /** Reads the elements, each of which is an object. */
    void objects(Fields fields, Element after) throws IOException {
        next();
        expect(JsonToken.START_ARRAY, "a list");
        while (next() != JsonToken.END_ARRAY) {
            object(fields);
            after.read();
        }
    }

    /** Reads the elements, the first of which is current when the reader is called. */
    void numbers(Element element) throws IOException {
        next();
        expect(JsonToken.START_ARRAY, "a list of numbers");
        while (next() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    /** One number, or a list of such, in which some may be null. */
    List<Double> numberOrNumbers() throws IOException {
        List<Double> numbers = new ArrayList<>();
        if (next() != JsonToken.START_ARRAY) {
            numbers.add(number());
            return numbers;
        }
        while (next() != JsonToken.END_ARRAY) {
            numbers.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : Double.valueOf(number()));
        }
        return numbers;
    }

    String text() throws IOException {
        next();
        expect(JsonToken.VALUE_STRING, "text");
        return parser.getText();
    }

    long wholeNumber() throws IOException {
        next();
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return parser.getLongValue();
    }

    long countingNumber() throws IOException {
        long number = wholeNumber();
        if (number < 0) {
            throw wrong(shown() + " is " + number + ", it cannot be negative");
        }
        return number;
    }

    /** Of the present token. */
    private double number() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            expect(JsonToken.VALUE_NUMBER_INT, "a number");
        }
        return parser.getDoubleValue();
    }

    /** Of the present token. */
    double positiveNumber() throws IOException {
        double number = number();
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw wrong(shown() + " holds " + parser.getText() + ", it cannot be negative or without end");
        }
        return number;
    }

    void skip() throws IOException {
        next();
        parser.skipChildren();
    }

    Wrong unknown(String... known) {
        return wrong(shown() + " is no field of this format, which has "
                + Arrays.stream(known).collect(Collectors.joining(", ")));
    }

    /** Fails when the object that ended last lacks one of these, which is null then. */
    void complete(List<String> names, Object... values) throws Wrong {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw new Wrong("the field " + names.get(i) + " is missing", start);
            }
        }
    }

    Wrong wrong(String message) {
        return new Wrong(message, parser.currentTokenLocation().getLineNr());
    }

    private void expect(JsonToken expected, String words) throws IOException {
        if (parser.currentToken() != expected) {
            throw wrong(shown() + " is " + found() + ", it must be " + words);
        }
    }

    private String found() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "empty";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> parser.getText();
        };
    }

    private String shown() {
        return path.isEmpty() ? "the document" : "the field " + String.join(".", path);
    }

    private JsonToken next() throws IOException {
        return parser.nextToken();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
