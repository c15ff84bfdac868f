package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {

    @Test
    void everyCharacterThatXmlForbidsIsReplaced() {
        for (int c = 0; c <= 0xFFFF; c++) {
            String text = "a" + (char) c + "b";
            boolean legal = c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c < 0xFFFE;

            assertThat(XmlText.legal(text)).isEqualTo(legal ? text : "a\uFFFDb");
        }
    }

    @Test
    void pairsOfSurrogatesStayAndLoneOnesGo() {
        assertThat(XmlText.legal("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
        assertThat(XmlText.legal("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
        assertThat(XmlText.legal("end\uD83D")).isEqualTo("end\uFFFD");
    }
}
