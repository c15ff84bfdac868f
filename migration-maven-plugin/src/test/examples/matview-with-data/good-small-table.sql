--@ rows currencies 40
CREATE MATERIALIZED VIEW currency_names AS SELECT code, upper(name) AS name FROM currencies;
