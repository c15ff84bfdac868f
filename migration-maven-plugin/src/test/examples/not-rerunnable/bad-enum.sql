--@ migration 001 transactional=false
--@ also enum-no-position
ALTER TYPE mood ADD VALUE 'calm';
ALTER TYPE mood ADD VALUE 'angry';
