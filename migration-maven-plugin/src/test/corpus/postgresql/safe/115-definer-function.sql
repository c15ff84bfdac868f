--@ versions 14 18
--@ history
CREATE ROLE shop_report NOLOGIN;
CREATE TABLE public.turnover (day date PRIMARY KEY, amount numeric(14,2) NOT NULL);
--@ migration rep-3
CREATE FUNCTION public.turnover_of(p_year integer) RETURNS numeric
    LANGUAGE sql
    STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $fn$
        SELECT coalesce(sum(t.amount), 0)
          FROM public.turnover AS t
         WHERE t.day >= make_date(p_year, 1, 1) AND t.day < make_date(p_year + 1, 1, 1);
    $fn$;
REVOKE ALL ON FUNCTION public.turnover_of(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.turnover_of(integer) TO shop_report;
--@ down
DROP FUNCTION public.turnover_of(integer);
