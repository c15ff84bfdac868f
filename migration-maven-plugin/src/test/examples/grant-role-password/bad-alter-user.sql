alter user shop_app with password 'changeit';
