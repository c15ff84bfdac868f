--@ rows places 40
DELETE FROM places;
