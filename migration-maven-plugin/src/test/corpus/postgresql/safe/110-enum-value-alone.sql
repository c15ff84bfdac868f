--@ versions 13 18
--@ rows parcel 21000000
--@ history
CREATE TYPE parcel_state AS ENUM ('announced', 'in_transit', 'delivered');
CREATE TABLE parcel (id bigint PRIMARY KEY, state parcel_state NOT NULL);
--@ migration 2024.07.01-parcel-state transactional=false
ALTER TYPE parcel_state ADD VALUE IF NOT EXISTS 'returned' AFTER 'in_transit';
