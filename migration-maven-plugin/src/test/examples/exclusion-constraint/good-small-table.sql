--@ rows rooms 40
ALTER TABLE rooms ADD CONSTRAINT rooms_apart EXCLUDE USING gist (area WITH &&);
