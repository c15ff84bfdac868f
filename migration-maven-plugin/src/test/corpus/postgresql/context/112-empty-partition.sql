--@ versions 13 18
--@ history
CREATE TABLE mail_log (
    id bigint NOT NULL,
    sent date NOT NULL,
    PRIMARY KEY (id, sent)
) PARTITION BY RANGE (sent);
--@ migration mail-2026
SET LOCAL lock_timeout = '2s';
CREATE TABLE mail_log_2026 (
    id bigint NOT NULL,
    sent date NOT NULL,
    PRIMARY KEY (id, sent)
);
ALTER TABLE mail_log ATTACH PARTITION mail_log_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE mail_log_2026;
