-- Version 3: what lanes may send, counted where a restart cannot reset it.

ALTER TABLE job ADD COLUMN recipients INTEGER NOT NULL DEFAULT 1;  -- people that a message goes to
ALTER TABLE job ADD COLUMN domain TEXT NOT NULL DEFAULT '';        -- of the first of them; '' = it is no message

UPDATE job SET
    recipients = 1 + coalesce(json_array_length(payload, '$.cc'), 0) + coalesce(json_array_length(payload, '$.bcc'), 0),
    domain = coalesce(lower(substr(json_extract(payload, '$.to.address'),
                                   instr(json_extract(payload, '$.to.address'), '@') + 1)), '')
WHERE json_valid(payload) AND state IN ('ready', 'waiting', 'held', 'running');

-- How many open messages of a batch go to one domain: few, or too many to send at once.
CREATE INDEX job_domain ON job (batch, domain) WHERE domain <> '' AND state IN ('ready', 'waiting');

CREATE TABLE sending (          -- one line a claim, for as long as the longest window: 24 hours
    id         INTEGER PRIMARY KEY,
    lane       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    recipients INTEGER NOT NULL,
    job        INTEGER NOT NULL,  -- may be gone: what it sent still counts
    attempt    INTEGER NOT NULL
) STRICT;

CREATE INDEX sending_window ON sending (lane, at, recipients);
CREATE INDEX sending_job ON sending (job);

CREATE TABLE throttle (         -- the token bucket of a lane, and how much of its rate the server bears
    lane    TEXT PRIMARY KEY,
    tokens  INTEGER NOT NULL,   -- millionths of a recipient; below 0 after a message to many
    updated INTEGER NOT NULL,
    share   INTEGER NOT NULL DEFAULT 1000,  -- thousandths of the rate
    proved  INTEGER NOT NULL DEFAULT 0,     -- messages that were taken since the share changed
    slowed  INTEGER NOT NULL DEFAULT 0      -- when it last became less
) STRICT, WITHOUT ROWID;
