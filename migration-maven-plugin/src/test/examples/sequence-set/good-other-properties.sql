ALTER SEQUENCE orders_id_seq AS bigint;
ALTER SEQUENCE orders_id_seq OWNED BY orders.id;
ALTER SEQUENCE orders_id_seq INCREMENT BY 50;
