--@ versions 15 16
CREATE VIEW cities AS SELECT zip, any_value(name) AS name FROM places GROUP BY zip;
