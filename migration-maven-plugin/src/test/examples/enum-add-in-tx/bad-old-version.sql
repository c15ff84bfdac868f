--@ versions 11 18
ALTER TYPE order_status ADD VALUE 'archived';
