-- Version 2: order and time of work, drives that are away, undo, watched folders, what was processed, figures.

ALTER TABLE batch ADD COLUMN not_before INTEGER;                  -- starts nothing before this time
ALTER TABLE batch ADD COLUMN ordered INTEGER NOT NULL DEFAULT 0;  -- a job ends before the next one begins
ALTER TABLE batch ADD COLUMN pause_at INTEGER;                    -- "pause here": the job before which it stops
ALTER TABLE batch ADD COLUMN undone INTEGER;                      -- when it was undone
ALTER TABLE batch ADD COLUMN recipe_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE batch DROP COLUMN max_running;

ALTER TABLE job ADD COLUMN memory INTEGER NOT NULL DEFAULT 0;     -- bytes that it may need
ALTER TABLE job ADD COLUMN queued INTEGER NOT NULL DEFAULT 0;     -- since when it could start
ALTER TABLE job DROP COLUMN not_after;

ALTER TABLE effect ADD COLUMN undone_at INTEGER;

ALTER TABLE tally ADD COLUMN n_parked INTEGER NOT NULL DEFAULT 0; -- of n_waiting: for their drive, not for a time
ALTER TABLE tally ADD COLUMN n_pruned INTEGER NOT NULL DEFAULT 0; -- ended jobs whose rows are gone

-- A dropped folder that cannot be reached: its jobs wait (waiting, without a time) while one of them looks again.
CREATE TABLE drive (
    path    TEXT PRIMARY KEY,             -- the jobs' input_root
    code    TEXT NOT NULL,
    message TEXT NOT NULL,
    until   INTEGER,                      -- when one job looks again; NULL = it is back, its jobs are being let go
    probes  INTEGER NOT NULL DEFAULT 1,
    probe   INTEGER                       -- the job that looks now
) STRICT, WITHOUT ROWID;

CREATE INDEX job_parked ON job (input_root, id) WHERE state = 'waiting' AND run_at IS NULL;

-- The claims of every moment ask for open batches among all that there ever were.
CREATE INDEX batch_open ON batch (state) WHERE state IN ('building', 'active', 'paused');

-- Which version of a file was worked off with which recipe, and what came out.
CREATE TABLE processed (
    recipe_hash TEXT NOT NULL,
    path        TEXT NOT NULL,
    size        INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    batch       INTEGER NOT NULL,
    outputs     TEXT NOT NULL,            -- JSON: paths
    at          INTEGER NOT NULL,
    PRIMARY KEY (recipe_hash, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE watch (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    folder      TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    recipe_name TEXT NOT NULL,
    recipe      TEXT NOT NULL,            -- JSON, frozen
    out         TEXT,
    mode        TEXT NOT NULL,            -- native, polled
    enabled     INTEGER NOT NULL DEFAULT 1,
    created     INTEGER NOT NULL,
    code        TEXT,                     -- why it cannot be watched now
    message     TEXT
) STRICT;

CREATE TABLE watch_seen (                 -- the last version of each file that became a job
    watch    INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
    path     TEXT NOT NULL,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    batch    INTEGER NOT NULL,
    PRIMARY KEY (watch, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE metric (                     -- rolling figures: one row a span of time, kind and lane
    span INTEGER NOT NULL,                -- seconds
    at   INTEGER NOT NULL,                -- its beginning
    kind TEXT NOT NULL,
    lane TEXT NOT NULL,
    data TEXT NOT NULL,                   -- JSON
    PRIMARY KEY (span, at, kind, lane)
) STRICT, WITHOUT ROWID;

-- Nearly all jobs come in ready: they have a short trigger of their own, as those that begin and are done.
DROP TRIGGER job_counted_in;
CREATE TRIGGER job_counted_ready AFTER INSERT ON job WHEN NEW.state = 'ready' BEGIN
    UPDATE tally SET n_ready = n_ready + 1, bytes_total = bytes_total + NEW.weight WHERE batch = NEW.batch;
END;
CREATE TRIGGER job_counted_in AFTER INSERT ON job WHEN NEW.state <> 'ready' BEGIN
    UPDATE tally SET
        n_held      = n_held      + (NEW.state = 'held'),
        n_skipped   = n_skipped   + (NEW.state = 'skipped'),
        n_failed    = n_failed    + (NEW.state = 'failed'),
        bytes_total = bytes_total + NEW.weight,
        bytes_done  = bytes_done  + NEW.weight * (NEW.state IN ('skipped', 'failed'))
    WHERE batch = NEW.batch;
END;

DROP TRIGGER job_counted_over;
CREATE TRIGGER job_counted_over AFTER UPDATE OF state ON job
WHEN OLD.state <> NEW.state AND NOT (OLD.state = 'ready' AND NEW.state = 'running')
    AND NOT (OLD.state = 'running' AND NEW.state = 'done')
BEGIN
    UPDATE tally SET
        n_ready       = n_ready       - (OLD.state = 'ready')       + (NEW.state = 'ready'),
        n_waiting     = n_waiting     - (OLD.state = 'waiting')     + (NEW.state = 'waiting'),
        n_parked      = n_parked      - (OLD.state = 'waiting' AND OLD.run_at IS NULL)
                                      + (NEW.state = 'waiting' AND NEW.run_at IS NULL),
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

DROP TRIGGER job_counted_out;
CREATE TRIGGER job_counted_out AFTER DELETE ON job BEGIN
    UPDATE tally SET
        n_ready       = n_ready       - (OLD.state = 'ready'),
        n_waiting     = n_waiting     - (OLD.state = 'waiting'),
        n_parked      = n_parked      - (OLD.state = 'waiting' AND OLD.run_at IS NULL),
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
