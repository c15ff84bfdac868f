--@ versions 13 18
--@ rows "Message" 66000000
--@ history
CREATE TABLE "Message" (
    "Id" bigint NOT NULL PRIMARY KEY,
    "ThreadId" bigint NOT NULL,
    "ExternalRef" text
);
--@ migration 20240801-thread
--@ danger concurrently-in-tx: the runner opened a transaction, error 25001
CREATE INDEX CONCURRENTLY "IX_Message_ThreadId" ON "Message" ("ThreadId");
--@ migration 20240801-ref transactional=false
--@ danger concurrently-if-not-exists: after a failed first try the INVALID index is accepted, uniqueness is never enforced
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "UX_Message_ExternalRef" ON "Message" ("ExternalRef");
