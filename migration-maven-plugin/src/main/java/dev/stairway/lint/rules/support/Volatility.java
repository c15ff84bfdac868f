package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.Expression;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Functions that may give another value for every row. A function of the user's own is volatile unless it says otherwise:
 * https://www.postgresql.org/docs/current/xfunc-volatility.html.
 */
public final class Volatility {

    /** Functions of PostgreSQL and its extensions that give one value in a statement, as far as defaults call them. */
    private static final Set<String> CALM = Set.of(("now current_timestamp current_date current_time localtime"
                    + " localtimestamp transaction_timestamp statement_timestamp current_user session_user user"
                    + " system_user current_role current_schema current_catalog current_database current_setting version"
                    + " to_char to_date to_timestamp to_number timezone date_trunc date_part extract age justify_days"
                    + " justify_hours justify_interval make_date make_interval make_time make_timestamp"
                    + " make_timestamptz isfinite lower upper initcap trim btrim ltrim rtrim lpad rpad length"
                    + " char_length octet_length substring substr left right position strpos replace translate overlay"
                    + " regexp_replace split_part repeat reverse concat concat_ws format chr ascii md5 sha224 sha256"
                    + " sha384 sha512 digest hmac encode decode hashtext quote_literal quote_ident quote_nullable"
                    + " coalesce nullif greatest least abs ceil ceiling floor round trunc mod power sqrt sign div"
                    + " array array_append array_cat array_fill string_to_array array_to_string cardinality row"
                    + " to_json to_jsonb row_to_json json_build_object json_build_array jsonb_build_object"
                    + " jsonb_build_array json_object jsonb_object jsonb_set json_array xmlelement xmlparse"
                    + " to_tsvector to_tsquery plainto_tsquery hstore int4range int8range numrange daterange tsrange"
                    + " tstzrange int4multirange point box circle polygon line lseg path cidr inet host network"
                    + " text varchar bpchar char int2 int4 int8 float4 float8 numeric bool date time timetz timestamp"
                    + " timestamptz interval json jsonb bytea bit varbit money name regclass cast"
                    + " uuid_nil uuid_ns_dns uuid_ns_url uuid_generate_v3 uuid_generate_v5 txid_current"
                    + " pg_current_xact_id pg_backend_pid inet_client_addr inet_server_addr pg_postmaster_start_time"
                    + " st_geomfromtext st_makepoint st_point st_setsrid nlevel")
            .split("\\s+"));

    /** Functions of PostgreSQL and its extensions that surely do not. */
    private static final Set<String> VOLATILE = Set.of(
            "random",
            "random_normal",
            "gen_random_uuid",
            "gen_random_bytes",
            "gen_salt",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "clock_timestamp",
            "timeofday",
            "nextval",
            "currval",
            "lastval",
            "setval");

    private Volatility() {}

    /** True for a function of which it is known. @param function in lower case */
    public static boolean isKnown(String function) {
        return VOLATILE.contains(function);
    }

    /** True for one that is known to give one value in a statement. @param function in lower case */
    public static boolean isCalm(String function) {
        return CALM.contains(function);
    }

    /** The first volatile function of an expression. @param expression null for none */
    public static Optional<String> of(Expression expression) {
        return of(expression, function -> false);
    }

    /** @param declared true for functions of the user's own that are declared STABLE or IMMUTABLE; asked in lower case */
    public static Optional<String> of(Expression expression, Predicate<String> declared) {
        return expression == null
                ? Optional.empty()
                : new TreeSet<>(expression.functions())
                        .stream()
                                .filter(function -> !isCalm(function) && !declared.test(function))
                                .findFirst();
    }
}
