--@ versions 13 18
--@ rows shipment_note 149000
--@ history
CREATE TABLE shipment_note (
    id bigint PRIMARY KEY,
    body text NOT NULL,
    body_len integer
);
--@ migration 51.1
UPDATE shipment_note SET body_len = length(body) WHERE id BETWEEN 1 AND 50000 AND body_len IS NULL;
--@ migration 51.2
UPDATE shipment_note SET body_len = length(body) WHERE id BETWEEN 50001 AND 100000 AND body_len IS NULL;
--@ migration 51.3
UPDATE shipment_note SET body_len = length(body) WHERE id BETWEEN 100001 AND 150000 AND body_len IS NULL;
