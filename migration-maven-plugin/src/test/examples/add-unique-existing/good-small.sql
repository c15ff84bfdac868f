--@ rows currencies 40
CREATE UNIQUE INDEX currencies_symbol_idx ON currencies (symbol);
