DO $$ BEGIN UPDATE customers SET state = 'x'; END $$;
