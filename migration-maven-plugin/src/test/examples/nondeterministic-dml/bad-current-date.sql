insert into price_lists (id, name, valid_from) values (12, 'autumn', CURRENT_DATE);
