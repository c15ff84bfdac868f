package dev.stairway.secret;

import java.util.List;
import java.util.Map;

/** Characters that HTML has names for. */
final class Entities {

    // https://html.spec.whatwg.org/multipage/named-characters.html, those of ASCII; letters of Latin-1 follow their
    // order.
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("quot", 34),
            Map.entry("num", 35),
            Map.entry("dollar", 36),
            Map.entry("percnt", 37),
            Map.entry("amp", 38),
            Map.entry("apos", 39),
            Map.entry("lpar", 40),
            Map.entry("rpar", 41),
            Map.entry("ast", 42),
            Map.entry("plus", 43),
            Map.entry("comma", 44),
            Map.entry("period", 46),
            Map.entry("sol", 47),
            Map.entry("colon", 58),
            Map.entry("semi", 59),
            Map.entry("lt", 60),
            Map.entry("equals", 61),
            Map.entry("gt", 62),
            Map.entry("quest", 63),
            Map.entry("commat", 64),
            Map.entry("lsqb", 91),
            Map.entry("lbrack", 91),
            Map.entry("bsol", 92),
            Map.entry("rsqb", 93),
            Map.entry("rbrack", 93),
            Map.entry("Hat", 94),
            Map.entry("lowbar", 95),
            Map.entry("grave", 96),
            Map.entry("lcub", 123),
            Map.entry("lbrace", 123),
            Map.entry("verbar", 124),
            Map.entry("vert", 124),
            Map.entry("rcub", 125),
            Map.entry("rbrace", 125),
            Map.entry("excl", 33),
            Map.entry("Tab", 9),
            Map.entry("NewLine", 10));

    private static final List<String> LATIN = List.of(
            ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                            + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute"
                            + " Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
                            + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute"
                            + " THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml"
                            + " igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave"
                            + " uacute ucirc uuml yacute thorn yuml")
                    .split(" "));

    private Entities() {}

    /** Zero for no such name. */
    static int point(String name) {
        int latin = LATIN.indexOf(name);
        return latin < 0 ? NAMED.getOrDefault(name, 0) : 160 + latin;
    }
}
