package dev.stairway.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stairway.report.view.ChartSeries;
import java.util.List;

/** Chart series as JSON that may stand inside a script element: no character in it can end the element or a line. */
final class ChartData {

    private static final ObjectMapper JSON = mapper();

    private ChartData() {}

    static String json(List<ChartSeries> charts) {
        try {
            return JSON.writeValueAsString(charts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Chart series are plain records and always become JSON.", e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder().build();
        mapper.getFactory().setCharacterEscapes(new ScriptSafe());
        return mapper;
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
