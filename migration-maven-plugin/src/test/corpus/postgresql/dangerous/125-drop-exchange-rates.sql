--@ versions 13 18
--@ rows fx_rate 48000
--@ history
CREATE TABLE fx_rate (
    base     char(3)       NOT NULL,
    quote    char(3)       NOT NULL,
    day      date          NOT NULL,
    rate     numeric(14,6) NOT NULL,
    PRIMARY KEY (base, quote, day)
);
--@ migration 2024-08-30-fx
-- rates come from the treasury service now
SET LOCAL lock_timeout = '3s';
--@ danger drop-table: 48000 historical rates are lost
DROP TABLE fx_rate;
--@ down
--@ danger shape-only-rollback: the table comes back without its rows
CREATE TABLE fx_rate (
    base     char(3)       NOT NULL,
    quote    char(3)       NOT NULL,
    day      date          NOT NULL,
    rate     numeric(14,6) NOT NULL,
    PRIMARY KEY (base, quote, day)
);
--@ danger seed-in-rollback: two invented rates instead of the 48000 real ones
INSERT INTO fx_rate (base, quote, day, rate) VALUES
    ('EUR', 'USD', DATE '2024-08-30', 1.107200),
    ('EUR', 'CHF', DATE '2024-08-30', 0.939100);
