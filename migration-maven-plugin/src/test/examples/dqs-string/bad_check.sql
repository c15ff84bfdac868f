CREATE TABLE cities (id INTEGER PRIMARY KEY, state TEXT CHECK ("state" IN ("open", "closed")));
