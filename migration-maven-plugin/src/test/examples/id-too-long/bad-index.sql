--@ migration 001 transactional=false
CREATE INDEX CONCURRENTLY "index_of_customers_by_country_and_city_and_postal_code_and_street" ON customers (country);
