--@ versions 14 18
--@ history
CREATE TABLE audit (at timestamptz NOT NULL, who text NOT NULL) PARTITION BY RANGE (at);
--@ migration 0500
CREATE TABLE audit_2027 (at timestamptz NOT NULL, who text NOT NULL);
SET LOCAL lock_timeout = '2s';
ALTER TABLE audit ATTACH PARTITION audit_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
