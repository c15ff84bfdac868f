--@ migration 001 transactional=false
ALTER TYPE mood ADD VALUE 'calm';
ALTER TYPE mood ADD VALUE 'angry';
