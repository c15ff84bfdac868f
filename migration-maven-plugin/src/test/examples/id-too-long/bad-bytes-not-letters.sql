CREATE TABLE "größenübergänge_für_überlängen_und_übermaße_der_rohrstücke_äö" (
    id bigint PRIMARY KEY
);
