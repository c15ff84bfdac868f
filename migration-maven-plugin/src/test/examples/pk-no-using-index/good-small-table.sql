--@ rows countries 249
ALTER TABLE countries ADD PRIMARY KEY (code);
