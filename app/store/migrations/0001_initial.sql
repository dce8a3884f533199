-- The queue, version 1. Times are milliseconds since 1970 UTC; JSON is text; paths that are not UTF-8 are escaped by
-- app/store/text.py. Only features of SQLite <= 3.37 are used in the schema.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (          -- one row a start of the program, never reused
    id        TEXT PRIMARY KEY,
    machine   TEXT NOT NULL,
    pid       INTEGER NOT NULL,
    started   INTEGER NOT NULL,
    heartbeat INTEGER NOT NULL,
    ended     INTEGER,
    clean     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE batch (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    kind           TEXT NOT NULL,
    lane           TEXT NOT NULL,
    title          TEXT NOT NULL,
    recipe_name    TEXT NOT NULL,
    recipe         TEXT NOT NULL,               -- JSON, frozen, shared by all jobs of the batch
    options        TEXT NOT NULL DEFAULT '{}',  -- JSON: paths, out, token, and the kind's own
    state          TEXT NOT NULL,
    note           TEXT,                        -- why it waits, in words
    priority       INTEGER NOT NULL DEFAULT 0,
    max_running    INTEGER,
    scan_cursor    INTEGER NOT NULL DEFAULT 0,
    created        INTEGER NOT NULL,
    started        INTEGER,
    finished       INTEGER,
    expires        INTEGER,
    callback_state TEXT,
    dismissed      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a batch's jobs add up to. A table of its own: it changes with every job, and a row is rewritten as a whole,
-- recipe and all, when one number of it changes.
CREATE TABLE tally (
    batch         INTEGER PRIMARY KEY REFERENCES batch (id) ON DELETE CASCADE,
    n_ready       INTEGER NOT NULL DEFAULT 0,
    n_waiting     INTEGER NOT NULL DEFAULT 0,
    n_held        INTEGER NOT NULL DEFAULT 0,
    n_running     INTEGER NOT NULL DEFAULT 0,
    n_done        INTEGER NOT NULL DEFAULT 0,
    n_skipped     INTEGER NOT NULL DEFAULT 0,
    n_failed      INTEGER NOT NULL DEFAULT 0,
    n_unconfirmed INTEGER NOT NULL DEFAULT 0,
    n_cancelled   INTEGER NOT NULL DEFAULT 0,
    bytes_total   INTEGER NOT NULL DEFAULT 0,
    bytes_done    INTEGER NOT NULL DEFAULT 0,
    bytes_out     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER batch_counted AFTER INSERT ON batch BEGIN
    INSERT INTO tally (batch) VALUES (NEW.id);
END;

CREATE TABLE job (
    id            INTEGER PRIMARY KEY,
    batch         INTEGER NOT NULL REFERENCES batch (id),
    state         TEXT NOT NULL,
    priority      INTEGER NOT NULL DEFAULT 0,
    run_at        INTEGER,
    not_after     INTEGER,
    attempt       INTEGER NOT NULL DEFAULT 0,   -- the fence token: only ever grows
    tries         INTEGER NOT NULL DEFAULT 0,   -- counted tries since the last reopening
    crashes       INTEGER NOT NULL DEFAULT 0,
    generation    INTEGER NOT NULL DEFAULT 0,
    session       TEXT,
    input         TEXT NOT NULL,
    input_root    TEXT NOT NULL,
    size          INTEGER NOT NULL,
    mtime_ns      INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    weight        INTEGER NOT NULL,
    dedup_key     TEXT NOT NULL,
    title         TEXT NOT NULL,
    plan          TEXT NOT NULL DEFAULT '[]',   -- JSON: planned outputs [[name, path], …]
    payload       TEXT,                         -- JSON: what the planner froze
    extra         TEXT NOT NULL DEFAULT '{}',   -- JSON: what the kind reports
    outputs       TEXT NOT NULL DEFAULT '[]',   -- JSON: paths written
    warnings      TEXT NOT NULL DEFAULT '[]',   -- JSON: [[code, message], …]
    cancel_flag   INTEGER NOT NULL DEFAULT 0,
    effect        TEXT NOT NULL DEFAULT 'none',
    error_code    TEXT,
    message       TEXT,
    note          TEXT,
    bytes_out     INTEGER NOT NULL DEFAULT 0,
    started       INTEGER,
    finished      INTEGER,
    ms            INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX job_key ON job (batch, dedup_key);
CREATE INDEX job_ready ON job (batch, priority DESC, id) WHERE state = 'ready';
CREATE INDEX job_due ON job (run_at) WHERE state = 'waiting';
CREATE INDEX job_running ON job (session) WHERE state = 'running';
CREATE INDEX job_trouble ON job (batch, error_code, id) WHERE state IN ('failed', 'unconfirmed');
CREATE INDEX job_ended ON job (batch, finished) WHERE finished IS NOT NULL;

CREATE TABLE attempt (          -- insert-only history, one row a try, written when the try ends
    job        INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    no         INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    session    TEXT NOT NULL,
    started    INTEGER NOT NULL,
    ended      INTEGER NOT NULL,
    outcome    TEXT NOT NULL,
    error_code TEXT,
    error_text TEXT,
    trace      TEXT,
    ms         INTEGER NOT NULL,
    peak_mb    INTEGER,
    PRIMARY KEY (job, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    job     INTEGER PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    attempt INTEGER NOT NULL,
    data    TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE TABLE effect (           -- what may have happened outside: an e-mail's Message-ID, or the path of an output
    job          INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    key          TEXT NOT NULL,
    attempt      INTEGER NOT NULL,
    intent_at    INTEGER NOT NULL,
    confirmed_at INTEGER,
    remote_id    TEXT NOT NULL,
    PRIMARY KEY (job, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE lane (
    name        TEXT PRIMARY KEY,
    paused      INTEGER NOT NULL DEFAULT 0,
    code        TEXT,
    message     TEXT,
    until       INTEGER,
    probes      INTEGER NOT NULL DEFAULT 0,
    max_running INTEGER
) STRICT, WITHOUT ROWID;

-- Counters: changed by the same statement that changes the job, so they can never disagree with it.

CREATE TRIGGER job_counted_in AFTER INSERT ON job BEGIN
    UPDATE tally SET
        n_ready       = n_ready       + (NEW.state = 'ready'),
        n_held        = n_held        + (NEW.state = 'held'),
        n_skipped     = n_skipped     + (NEW.state = 'skipped'),
        n_failed      = n_failed      + (NEW.state = 'failed'),
        bytes_total   = bytes_total   + NEW.weight,
        bytes_done    = bytes_done    + NEW.weight * (NEW.state IN ('skipped', 'failed'))
    WHERE batch = NEW.batch;
END;

-- The two ways that nearly all jobs go have short triggers of their own: they are most of what a job costs here.
CREATE TRIGGER job_counted_begun AFTER UPDATE OF state ON job WHEN OLD.state = 'ready' AND NEW.state = 'running' BEGIN
    UPDATE tally SET n_ready = n_ready - 1, n_running = n_running + 1 WHERE batch = NEW.batch;
END;

CREATE TRIGGER job_counted_done AFTER UPDATE OF state ON job WHEN OLD.state = 'running' AND NEW.state = 'done' BEGIN
    UPDATE tally SET n_running = n_running - 1, n_done = n_done + 1, bytes_done = bytes_done + NEW.weight,
        bytes_out = bytes_out - OLD.bytes_out + NEW.bytes_out
    WHERE batch = NEW.batch;
END;

CREATE TRIGGER job_counted_over AFTER UPDATE OF state ON job
WHEN OLD.state <> NEW.state AND NOT (OLD.state = 'ready' AND NEW.state = 'running')
    AND NOT (OLD.state = 'running' AND NEW.state = 'done')
BEGIN
    UPDATE tally SET
        n_ready       = n_ready       - (OLD.state = 'ready')       + (NEW.state = 'ready'),
        n_waiting     = n_waiting     - (OLD.state = 'waiting')     + (NEW.state = 'waiting'),
        n_held        = n_held        - (OLD.state = 'held')        + (NEW.state = 'held'),
        n_running     = n_running     - (OLD.state = 'running')     + (NEW.state = 'running'),
        n_done        = n_done        - (OLD.state = 'done')        + (NEW.state = 'done'),
        n_skipped     = n_skipped     - (OLD.state = 'skipped')     + (NEW.state = 'skipped'),
        n_failed      = n_failed      - (OLD.state = 'failed')      + (NEW.state = 'failed'),
        n_unconfirmed = n_unconfirmed - (OLD.state = 'unconfirmed') + (NEW.state = 'unconfirmed'),
        n_cancelled   = n_cancelled   - (OLD.state = 'cancelled')   + (NEW.state = 'cancelled'),
        bytes_done    = bytes_done
            - OLD.weight * (OLD.state IN ('done', 'skipped', 'failed', 'unconfirmed', 'cancelled'))
            + NEW.weight * (NEW.state IN ('done', 'skipped', 'failed', 'unconfirmed', 'cancelled')),
        bytes_out     = bytes_out - OLD.bytes_out + NEW.bytes_out
    WHERE batch = NEW.batch;
END;

CREATE TRIGGER job_counted_out AFTER DELETE ON job BEGIN
    UPDATE tally SET
        n_ready       = n_ready       - (OLD.state = 'ready'),
        n_waiting     = n_waiting     - (OLD.state = 'waiting'),
        n_held        = n_held        - (OLD.state = 'held'),
        n_running     = n_running     - (OLD.state = 'running'),
        n_done        = n_done        - (OLD.state = 'done'),
        n_skipped     = n_skipped     - (OLD.state = 'skipped'),
        n_failed      = n_failed      - (OLD.state = 'failed'),
        n_unconfirmed = n_unconfirmed - (OLD.state = 'unconfirmed'),
        n_cancelled   = n_cancelled   - (OLD.state = 'cancelled'),
        bytes_total   = bytes_total - OLD.weight,
        bytes_done    = bytes_done
            - OLD.weight * (OLD.state IN ('done', 'skipped', 'failed', 'unconfirmed', 'cancelled')),
        bytes_out     = bytes_out - OLD.bytes_out
    WHERE batch = OLD.batch;
END;

INSERT INTO meta (key, value) VALUES ('paused', '0');
