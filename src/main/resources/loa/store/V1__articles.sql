-- Instants are milliseconds since 1970-01-01T00:00:00Z.

CREATE TABLE article (
    id           INTEGER PRIMARY KEY,
    guid         TEXT    NOT NULL UNIQUE, -- the identity that readers see: minted once, never derived again
    source       TEXT    NOT NULL,
    link         TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    summary      TEXT,
    author       TEXT,
    credit       TEXT,
    image        TEXT,
    image_type   TEXT,                    -- as measured when the article was read
    image_length BIGINT,
    published    BIGINT  NOT NULL,
    first_seen   BIGINT  NOT NULL,
    updated      BIGINT  NOT NULL UNIQUE, -- ties are broken by seconds
    withdrawn    BIGINT,
    changed      BIGINT  NOT NULL UNIQUE, -- number of its last change among all changes of all articles
    changed_at   BIGINT  NOT NULL,
    content_hash TEXT    NOT NULL
);

CREATE INDEX article_newest ON article (published DESC, id DESC);
CREATE INDEX article_withdrawn ON article (withdrawn DESC) WHERE withdrawn IS NOT NULL;

-- Apart from the headers, which are listed far more often than bodies are read.
CREATE TABLE article_body (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    html       TEXT NOT NULL
);

-- What each source knows an article by; several keys may lead to one article.
CREATE TABLE article_key (
    source      TEXT    NOT NULL,
    key         TEXT    NOT NULL,
    article_id  INTEGER NOT NULL REFERENCES article (id),
    fingerprint TEXT    NOT NULL, -- of what the listing showed when the article was last read
    PRIMARY KEY (source, key)
) WITHOUT ROWID;

CREATE TABLE article_category (
    category   TEXT    NOT NULL,
    published  BIGINT  NOT NULL, -- as in article, so that one index gives the newest of a category
    article_id INTEGER NOT NULL REFERENCES article (id),
    number     INTEGER NOT NULL, -- in the order in which the category got its articles, from 1 on
    PRIMARY KEY (category, published DESC, article_id DESC)
) WITHOUT ROWID;

CREATE UNIQUE INDEX article_category_number ON article_category (category, number);

CREATE INDEX article_category_article ON article_category (article_id);

-- Counts the changes of a category's articles, and says when the last one was.
CREATE TABLE category_revision (
    category TEXT PRIMARY KEY,
    revision BIGINT NOT NULL,
    changed  BIGINT NOT NULL
) WITHOUT ROWID;

-- The last number that was given of each kind: for the guids of a source, and for changes.
CREATE TABLE numbering (
    kind TEXT PRIMARY KEY,
    last BIGINT NOT NULL
) WITHOUT ROWID;

-- The table of db-scheduler 16, which names its columns.
CREATE TABLE scheduled_tasks (
    task_name            TEXT    NOT NULL,
    task_instance        TEXT    NOT NULL,
    task_data            BLOB,
    execution_time       BIGINT  NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         BIGINT,
    last_failure         BIGINT,
    consecutive_failures INTEGER,
    last_heartbeat       BIGINT,
    version              BIGINT  NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
) WITHOUT ROWID;

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
