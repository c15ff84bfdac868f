--@ rows currencies 40
UPDATE currencies SET symbol = upper(symbol) WHERE symbol <> upper(symbol);
