--@ versions 14 18
CREATE TABLE crc32 (id bigint PRIMARY KEY, any_value text, merge text, period text, casefold text);
CREATE INDEX crc32_period_idx ON crc32 (period);
