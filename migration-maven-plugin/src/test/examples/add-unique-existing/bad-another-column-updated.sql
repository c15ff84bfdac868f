--@ product sqlite
UPDATE members SET city = trim(city) WHERE city <> trim(city);
CREATE UNIQUE INDEX members_card ON members(card_no);
