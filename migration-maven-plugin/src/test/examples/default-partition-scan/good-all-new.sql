CREATE TABLE measurements (id bigint NOT NULL, taken_at date NOT NULL, PRIMARY KEY (id, taken_at)) PARTITION BY RANGE (taken_at);
CREATE TABLE measurements_rest PARTITION OF measurements DEFAULT;
CREATE TABLE measurements_2027 PARTITION OF measurements FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
