ALTER FUNCTION shop.total(bigint) OWNER TO reporting;
