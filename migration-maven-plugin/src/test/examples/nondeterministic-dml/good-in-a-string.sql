UPDATE help_pages SET body = 'call now() or random()' WHERE id = 3;
