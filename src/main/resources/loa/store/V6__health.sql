-- How each source of feeds.yml is.
CREATE TABLE source_health (
    source       TEXT    PRIMARY KEY,
    place        INTEGER NOT NULL, -- in feeds.yml
    state        TEXT    NOT NULL,
    since        BIGINT  NOT NULL,
    english      TEXT    NOT NULL, -- why, as is vietnamese
    vietnamese   TEXT    NOT NULL,
    last_success BIGINT,
    next_run     BIGINT,
    failures     INTEGER NOT NULL, -- runs in a row that failed or were held
    accepted     BOOLEAN NOT NULL  -- whether the operator wants the next run taken as it is
) WITHOUT ROWID;

-- One row for each change of state: what a subscriber is told.
CREATE TABLE source_change (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    source     TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    changed    BIGINT  NOT NULL,
    english    TEXT    NOT NULL,
    vietnamese TEXT    NOT NULL
);

CREATE TABLE source_run (
    id       INTEGER PRIMARY KEY,
    source   TEXT    NOT NULL,
    started  BIGINT  NOT NULL,
    took     BIGINT  NOT NULL, -- milliseconds
    state    TEXT    NOT NULL,
    listed   INTEGER NOT NULL,
    added    INTEGER NOT NULL,
    updated  INTEGER NOT NULL,
    troubles INTEGER NOT NULL
);

CREATE INDEX source_run_source ON source_run (source, id);

-- What each listing showed when it was last taken, to tell the next time whether it is still the same list.
CREATE TABLE listing (
    source   TEXT NOT NULL,
    address  TEXT NOT NULL,
    settings TEXT NOT NULL, -- fingerprint of what feeds.yml said of the source then
    shown    TEXT NOT NULL, -- the articles' keys in the order of the list, one a line
    PRIMARY KEY (source, address)
) WITHOUT ROWID;
