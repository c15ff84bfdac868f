--@ versions 13 18
--@ rows customer 9300000
--@ history
CREATE TABLE customer (id bigint PRIMARY KEY, country_code char(2) NOT NULL, region text);
--@ migration 88
CREATE TEMPORARY TABLE region_map (country_code char(2) PRIMARY KEY, region text NOT NULL) ON COMMIT DROP;
INSERT INTO region_map (country_code, region) VALUES ('LI', 'emea'), ('MC', 'emea');
UPDATE customer c SET region = m.region FROM region_map m
 WHERE c.country_code = m.country_code AND c.region IS NULL AND c.id BETWEEN 1 AND 5000;
DROP TABLE region_map;
