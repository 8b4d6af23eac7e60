-- What the pages of a source show alike, which is therefore no part of an article: learnt once.
CREATE TABLE site (
    source TEXT PRIMARY KEY,
    texts  TEXT NOT NULL -- hashes, with a space between two
) WITHOUT ROWID;
