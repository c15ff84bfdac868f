UPDATE users SET region = 'NA' WHERE country_code = 'US';
