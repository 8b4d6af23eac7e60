-- What is remembered of the pages of a source: to ask only whether they changed, and to leave alone those that fail.
CREATE TABLE page (
    source        TEXT    NOT NULL,
    address       TEXT    NOT NULL,
    settings      TEXT    NOT NULL, -- fingerprint of what feeds.yml said of the source when the page was read
    etag          TEXT,
    last_modified TEXT,
    body_hash     TEXT,             -- NULL if it was never read
    listed        INTEGER NOT NULL, -- how many articles it named, if it is a listing
    failures      INTEGER NOT NULL, -- in a row
    due           BIGINT  NOT NULL, -- a failing page is not asked for before; another one is asked for as a whole from then on
    PRIMARY KEY (source, address)
) WITHOUT ROWID;

CREATE INDEX page_due ON page (due);
