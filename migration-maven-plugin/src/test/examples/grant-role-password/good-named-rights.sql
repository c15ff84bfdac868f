GRANT SELECT, INSERT, UPDATE ON orders TO shop_writer;
GRANT USAGE ON SCHEMA shop TO shop_reader;
