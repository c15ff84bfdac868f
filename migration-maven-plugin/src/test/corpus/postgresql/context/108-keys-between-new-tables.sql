--@ versions 13 18
--@ migration pgdump-0001
CREATE TABLE public.album (
    id bigint NOT NULL,
    title text NOT NULL
);
CREATE TABLE public.photo (
    id bigint NOT NULL,
    album_id bigint NOT NULL,
    bytes bigint NOT NULL
);
ALTER TABLE ONLY public.album
    ADD CONSTRAINT album_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_pkey PRIMARY KEY (id);
CREATE INDEX photo_album_id_idx ON public.photo USING btree (album_id);
ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_album_id_fkey FOREIGN KEY (album_id) REFERENCES public.album(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_bytes_check CHECK ((bytes > 0));
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE public.photo;
DROP TABLE public.album;
