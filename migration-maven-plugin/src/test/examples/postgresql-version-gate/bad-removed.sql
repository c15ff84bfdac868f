--@ versions 16 17
CREATE EXTENSION IF NOT EXISTS adminpack;
