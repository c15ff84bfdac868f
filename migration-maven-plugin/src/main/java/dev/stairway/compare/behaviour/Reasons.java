package dev.stairway.compare.behaviour;

import dev.stairway.compare.behaviour.Answers.Gap;

/** Finds the reason of a difference: the first that can be it. */
final class Reasons {

    private Reasons() {}

    static Reason of(Answers answers) {
        Gap gap = answers.gap();
        if (gap == Gap.REFUSAL) {
            return Reason.OTHER_RULE_SPEAKS_FIRST;
        }
        Reason reason = byKind(answers, gap);
        if (gap == Gap.SPELLING) {
            if (answers.probe().subject().padded()) {
                return Reason.CHAR_IS_PADDED;
            }
            return answers.probe().subject().base().isNumber()
                    ? Reason.NUMBERS_LOOK_OTHERWISE
                    : Reason.SAME_VALUE_LOOKS_OTHERWISE;
        }
        return reason;
    }

    private static Reason byKind(Answers answers, Gap gap) {
        boolean sqlite = answers.with("sqlite");
        boolean lenient = sqlite && (gap != Gap.ACCEPTANCE || answers.accepts("sqlite"));
        return switch (answers.probe().kind()) {
            case NULL_INTO_NOT_NULL -> lenient ? emptyKey(answers) : filled(answers);
            case UNASKED_REFERENCE -> lenient ? Reason.SQLITE_CHECKS_REFERENCES_WHEN_ASKED : Reason.UNKNOWN;
            case TOO_LONG_TEXT -> lenient ? Reason.SQLITE_IGNORES_LENGTHS : Reason.UNKNOWN;
            case TRAILING_BLANKS -> blanks(answers);
            case NUMBER_OUT_OF_RANGE -> lenient ? range(answers) : Reason.UNKNOWN;
            case WRONG_TYPE -> wrongType(answers, lenient);
            case EMPTY_STRING -> lenient ? emptyText(answers) : Reason.UNKNOWN;
            case CASE_OF_UNIQUE, ORDER_OF_TEXT -> Reason.COLLATIONS_DIFFER;
            case LIKE -> sqlite ? Reason.SQLITE_LIKE_IGNORES_CASE : Reason.LIKE_FOLLOWS_COLLATION;
            case NULL_ORDER -> Reason.NULLS_COME_FIRST_OR_LAST;
            case BOOLEAN -> lenient ? Reason.SQLITE_HAS_NO_BOOLEANS : Reason.UNKNOWN;
            case DATE -> lenient ? Reason.SQLITE_HAS_NO_DATES : Reason.DATES_HAVE_OTHER_LIMITS;
            case DECIMAL -> lenient ? Reason.SQLITE_DECIMALS_ARE_FLOATS : Reason.UNKNOWN;
            case DEFAULT_VALUE -> moment(answers) ? Reason.CURRENT_TIMESTAMP_LOOKS_OTHERWISE : Reason.UNKNOWN;
            case GENERATED_VALUE -> generated(answers, lenient);
            case CONCURRENT_WRITE ->
                sqlite && !answers.accepts("sqlite") ? Reason.SQLITE_HAS_ONE_WRITER : Reason.UNKNOWN;
            default -> Reason.UNKNOWN;
        };
    }

    private static Reason emptyKey(Answers answers) {
        if (!answers.probe().tag().equals("key")) {
            return Reason.UNKNOWN;
        }
        return answers.probe().subject().base().isInteger() && answers.stores("sqlite")
                ? Reason.SQLITE_COUNTS_INTEGER_KEYS
                : Reason.SQLITE_KEYS_TAKE_NULL;
    }

    private static Reason filled(Answers answers) {
        boolean moment = answers.probe().subject().base().isTemporal();
        return moment && answers.accepts("mariadb") ? Reason.MARIADB_FILLS_TIMESTAMPS : Reason.UNKNOWN;
    }

    private static Reason blanks(Answers answers) {
        return switch (answers.probe().tag()) {
            case "char" -> Reason.CHAR_IS_PADDED;
            case "too many" -> Reason.BLANKS_ARE_CUT;
            default -> Reason.UNKNOWN;
        };
    }

    private static Reason range(Answers answers) {
        return answers.probe().tag().equals("decimal")
                ? Reason.SQLITE_DECIMALS_ARE_FLOATS
                : Reason.SQLITE_INTEGERS_ARE_WIDE;
    }

    private static Reason wrongType(Answers answers, boolean lenient) {
        if (answers.probe().tag().equals("fraction")) {
            return Reason.FRACTIONS_ARE_ROUNDED;
        }
        return lenient ? Reason.SQLITE_STORES_ANY_TYPE : Reason.UNKNOWN;
    }

    private static Reason emptyText(Answers answers) {
        if (answers.probe().tag().equals("text")) {
            return Reason.UNKNOWN;
        }
        return answers.probe().subject().base().isTemporal()
                ? Reason.SQLITE_HAS_NO_DATES
                : Reason.SQLITE_STORES_ANY_TYPE;
    }

    private static boolean moment(Answers answers) {
        return answers.told().values().stream()
                .allMatch(told -> told.accepted()
                        && told.stored().canonical() != null
                        && Shapes.moment(told.stored().canonical()));
    }

    private static Reason generated(Answers answers, boolean lenient) {
        return switch (answers.probe().tag()) {
            case "omitted" -> lenient ? Reason.SQLITE_COUNTS_INTEGER_KEYS : Reason.UNKNOWN;
            case "explicit" -> Reason.IDENTITY_ALWAYS;
            case "after explicit" -> Reason.SEQUENCES_DO_NOT_SEE_EXPLICIT_KEYS;
            default -> Reason.UNKNOWN;
        };
    }
}
