--@ history
CREATE DOMAIN shop.percent AS integer;
--@ migration 002
alter domain shop.percent set not null;
