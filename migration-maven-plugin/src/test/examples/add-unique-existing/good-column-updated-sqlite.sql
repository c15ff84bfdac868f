--@ product sqlite
UPDATE members SET card_no = card_no || '-' || rowid WHERE rowid NOT IN (SELECT min(rowid) FROM members GROUP BY upper(card_no));
CREATE UNIQUE INDEX members_card ON members(upper(card_no));
