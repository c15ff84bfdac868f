CREATE TABLE t (
    c1 integer,
    c2 integer,
    c3 integer,
    c4 integer,
    c5 integer,
    c6 integer,
    c7 integer,
    c8 integer,
    c9 integer,
    c10 integer,
    c11 integer,
    id bigint PRIMARY KEY
);
CREATE INDEX t_c1_idx ON t (c1);
CREATE INDEX t_c2_idx ON t (c2);
CREATE INDEX t_c3_idx ON t (c3);
CREATE INDEX t_c4_idx ON t (c4);
CREATE INDEX t_c5_idx ON t (c5);
CREATE INDEX t_c6_idx ON t (c6);
CREATE INDEX t_c7_idx ON t (c7);
CREATE INDEX t_c8_idx ON t (c8);
CREATE INDEX t_c9_idx ON t (c9);
CREATE INDEX t_c10_idx ON t (c10);
