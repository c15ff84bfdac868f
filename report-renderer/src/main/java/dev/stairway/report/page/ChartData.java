package dev.stairway.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.stairway.report.view.ChartSeries;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Chart series as JSON that may stand inside a script element: no character in it can end the element or a line. */
final class ChartData {

    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new ScriptSafe());

    private final JsonGenerator out;

    private ChartData(JsonGenerator out) {
        this.out = out;
    }

    /** What the page's script reads of them. */
    static String json(List<ChartSeries> charts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (ChartSeries chart : charts) {
                new ChartData(out).write(chart);
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A string takes all text.", e);
        }
        return text.toString();
    }

    private void write(ChartSeries chart) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", chart.id());
        texts("labels", chart.labels());
        texts("hrefs", chart.hrefs());
        out.writeArrayFieldStart("bars");
        for (ChartSeries.Bars bars : chart.bars()) {
            out.writeStartObject();
            out.writeStringField("name", bars.name());
            out.writeStringField("color", bars.color());
            numbers("values", bars.values());
            numbers("lows", bars.lows());
            numbers("highs", bars.highs());
            out.writeEndObject();
        }
        out.writeEndArray();
        numbers("limits", chart.limits());
        out.writeArrayFieldStart("worse");
        for (boolean worse : chart.worse()) {
            out.writeBoolean(worse);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void texts(String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private void numbers(String name, List<Double> numbers) throws IOException {
        out.writeArrayFieldStart(name);
        for (Double number : numbers) {
            if (number == null) {
                out.writeNull();
            } else {
                out.writeNumber(number);
            }
        }
        out.writeEndArray();
    }

    private static final class ScriptSafe extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (char special : new char[] {'<', '>', '&', '\''}) {
                codes[special] = ESCAPE_STANDARD;
            }
            return codes;
        }

        /** Line ends to JavaScript, though not to JSON; lone surrogates are no characters at all. */
        @Override
        public SerializableString getEscapeSequence(int ch) {
            return ch == 0x2028 || ch == 0x2029 ? new SerializedString(String.format("\\u%04x", ch)) : null;
        }
    }
}
