-- Named queries: "-- name: NAME" begins one, the next name or the end of the file closes it. Loaded by queries.py.

-- name: session_begin
INSERT INTO session (id, machine, pid, started, heartbeat) VALUES (:id, :machine, :pid, :now, :now);

-- name: session_beat
UPDATE session SET heartbeat = :now WHERE id = :id;

-- name: session_end
UPDATE session SET ended = :now, clean = 1 WHERE id = :id;

-- name: sessions_close_dead
UPDATE session SET ended = :now WHERE ended IS NULL AND id <> :id;

-- name: meta_get
SELECT value FROM meta WHERE key = :key;

-- name: meta_set
INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: batch_add
INSERT INTO batch (kind, lane, title, recipe_name, recipe, options, recipe_hash, ordered, priority, not_before,
                   state, created)
VALUES (:kind, :lane, :title, :recipe_name, :recipe, :options, :recipe_hash, :ordered, :priority, :not_before,
        'building', :now);

-- name: batch_set_state
UPDATE batch SET state = :state, note = :note WHERE id = :batch AND state IN (SELECT value FROM json_each(:from_states));

-- name: batch_options
UPDATE batch SET options = :options WHERE id = :batch;

-- name: batch_start_when_built
UPDATE batch SET options = json_set(options, '$.start', json('true'))
WHERE id = :batch AND state = 'building' AND lane = 'cpu';

-- name: batch_starts
SELECT json_extract(options, '$.start') FROM batch WHERE id = :batch;

-- name: batch_set_expiry
UPDATE batch SET expires = (
    SELECT min(coalesce(:now + lasts, latest), coalesce(latest, :now + lasts))
    FROM (SELECT json_extract(options, '$.expires_ms') AS lasts, json_extract(options, '$.not_after') AS latest))
WHERE id = :batch
  AND coalesce(json_extract(options, '$.expires_ms'), json_extract(options, '$.not_after')) IS NOT NULL;

-- name: expire
UPDATE job SET state = 'cancelled', error_code = 'EXPIRED', message = :message, finished = :now, run_at = NULL
WHERE state IN ('ready', 'waiting') AND batch IN (
    SELECT b.id FROM batch AS b JOIN tally AS t ON t.batch = b.id
    WHERE b.state IN ('building', 'active', 'paused') AND b.state <> 'building'
      AND b.expires <= :now AND t.n_ready + t.n_waiting > 0)
RETURNING id, batch, attempt;

-- name: next_expiry
SELECT min(b.expires) FROM batch AS b JOIN tally AS t ON t.batch = b.id
WHERE b.state IN ('building', 'active', 'paused') AND b.state = 'active' AND b.expires IS NOT NULL AND t.n_ready + t.n_waiting > 0;

-- name: batch_started
UPDATE batch SET started = coalesce(started, :now) WHERE id = :batch;

-- name: batch_finish
UPDATE batch SET state = 'finished', finished = :now, note = NULL, callback_state = 'due'
WHERE id = :batch AND state IN ('active', 'paused')
  AND (SELECT n_ready + n_waiting + n_held + n_running FROM tally WHERE batch = :batch) = 0;

-- name: batch_reopen
UPDATE batch SET state = 'active', finished = NULL, dismissed = 0, callback_state = NULL, undone = NULL
WHERE id = :batch AND state = 'finished';

-- name: batch_dismiss
UPDATE batch SET dismissed = 1 WHERE id = :batch AND state IN ('finished', 'cancelled') RETURNING state;

-- name: batch_clear_jobs
DELETE FROM job WHERE batch = :batch;

-- name: batch_forget_scan
UPDATE batch SET scan_cursor = 0 WHERE id = :batch AND state = 'building';

-- name: batch_scanned
UPDATE batch SET scan_cursor = scan_cursor + :count WHERE id = :batch AND state = 'building';

-- name: batches_building
SELECT id FROM batch WHERE state IN ('building', 'active', 'paused') AND state = 'building' ORDER BY id;

-- name: job_add
INSERT OR IGNORE INTO job (batch, state, input, input_root, size, mtime_ns, number, weight, dedup_key, title, plan,
                           payload, extra, warnings, error_code, message, memory, recipients, domain, queued, finished)
VALUES (:batch, :state, :input, :input_root, :size, :mtime_ns, :number, :weight, :dedup_key, :title, :plan,
        :payload, :extra, :warnings, :error_code, :message, :memory, :recipients, :domain, :now, :finished);

-- The condition of an index must stand in a query word for word, or all batches that there ever were are read.

-- name: claimable
SELECT b.id, b.lane, b.priority, t.n_ready, t.n_running, t.n_waiting - t.n_parked, t.n_waiting,
       t.n_ready + t.n_waiting + t.n_held + t.n_running + t.n_done + t.n_skipped + t.n_failed + t.n_unconfirmed
           + t.n_cancelled + t.n_pruned,
       b.ordered, b.pause_at
FROM batch AS b JOIN tally AS t ON t.batch = b.id LEFT JOIN lane AS l ON l.name = b.lane
WHERE b.state IN ('building', 'active', 'paused') AND b.state = 'active'
  AND t.n_ready > 0 AND coalesce(l.paused, 0) = 0
  AND (b.not_before IS NULL OR b.not_before <= :now);

-- name: next_start
SELECT min(not_before) FROM batch
WHERE state IN ('building', 'active', 'paused') AND state = 'active' AND not_before > :now;

-- name: head
SELECT id, tries, crashes, memory, input_root, recipients, domain FROM job WHERE batch = :batch AND state = 'ready'
ORDER BY priority DESC, id LIMIT 1;

-- name: claim
UPDATE job SET state = 'running', attempt = attempt + 1, session = :session, started = :now, run_at = NULL
WHERE id IN (SELECT id FROM job WHERE batch = :batch AND state = 'ready' AND memory <= :memory
             ORDER BY priority DESC, id LIMIT :count)
RETURNING id, batch, attempt, tries, crashes, generation, input, input_root, size, mtime_ns, number, plan, payload,
          title, effect, started, weight, extra, queued, memory, priority;

-- name: claim_before
UPDATE job SET state = 'running', attempt = attempt + 1, session = :session, started = :now, run_at = NULL
WHERE id IN (SELECT j.id FROM job AS j JOIN job AS stop ON stop.id = :before
             WHERE j.batch = :batch AND j.state = 'ready' AND j.memory <= :memory
               AND (j.priority > stop.priority OR (j.priority = stop.priority AND j.id < stop.id))
             ORDER BY j.priority DESC, j.id LIMIT :count)
RETURNING id, batch, attempt, tries, crashes, generation, input, input_root, size, mtime_ns, number, plan, payload,
          title, effect, started, weight, extra, queued, memory, priority;

-- name: end_running
UPDATE job SET state = :state, tries = tries + :counted, crashes = crashes + :crashed, session = NULL,
    cancel_flag = 0, error_code = :code, message = :message, note = :note,
    outputs = coalesce(:outputs, outputs), warnings = coalesce(:warnings, warnings),
    extra = coalesce(:extra, extra),
    bytes_out = :bytes_out, effect = :effect, run_at = :run_at,
    finished = :finished, ms = :ms, queued = CASE :state WHEN 'ready' THEN :now ELSE queued END
WHERE id = :job AND attempt = :attempt AND state = 'running';

-- name: cancel_asked
SELECT 1 FROM job WHERE id = :job AND attempt = :attempt AND state = 'running' AND cancel_flag = 1;

-- name: attempt_add
INSERT INTO attempt (job, no, generation, session, started, ended, outcome, error_code, error_text, trace, ms, peak_mb)
VALUES (:job, :attempt, :generation, :session, :started, :ended, :outcome, :code, :text, :trace, :ms, :peak_mb);

-- name: arm
UPDATE job SET effect = 'armed'
WHERE id = :job AND attempt = :attempt AND state = 'running' AND effect = 'none' AND cancel_flag = 0;

-- name: effect_intend
INSERT INTO effect (job, key, attempt, intent_at, remote_id) VALUES (:job, :key, :attempt, :now, :remote_id)
ON CONFLICT (job, key) DO UPDATE SET attempt = excluded.attempt, intent_at = excluded.intent_at,
    remote_id = excluded.remote_id, confirmed_at = NULL, undone_at = NULL;

-- name: effect_confirm_all
UPDATE effect SET confirmed_at = :now WHERE job = :job AND attempt = :attempt;

-- name: effects_of
SELECT key, remote_id, confirmed_at FROM effect WHERE job = :job;

-- name: owns
SELECT 1 FROM job WHERE id = :job AND attempt = :attempt AND state = 'running';

-- name: checkpoint_set
INSERT INTO checkpoint (job, attempt, data, at) VALUES (:job, :attempt, :data, :now)
ON CONFLICT (job) DO UPDATE SET attempt = excluded.attempt, data = excluded.data, at = excluded.at;

-- name: checkpoint_get
SELECT data FROM checkpoint WHERE job = :job;

-- name: due
UPDATE job SET state = 'ready', run_at = NULL, queued = :now WHERE state = 'waiting' AND run_at <= :now
RETURNING id, batch, attempt;

-- name: rebase_jobs
UPDATE job SET run_at = run_at + :ms WHERE state = 'waiting' AND run_at IS NOT NULL;

-- name: rebase_lanes
UPDATE lane SET until = until + :ms WHERE paused = 1 AND until IS NOT NULL;

-- name: rebase_sending
UPDATE sending SET at = at + :ms;

-- name: rebase_throttles
UPDATE throttle SET updated = updated + :ms, slowed = slowed + :ms;

-- name: rebase_drives
UPDATE drive SET until = until + :ms;

-- name: rebase_batches
UPDATE batch SET expires = expires + :ms
WHERE state IN ('active', 'paused') AND expires IS NOT NULL AND json_extract(options, '$.not_after') IS NULL;

-- name: last_seen
SELECT coalesce(ended, heartbeat) FROM session ORDER BY rowid DESC LIMIT 1;

-- name: next_due
SELECT min(run_at) FROM job WHERE state = 'waiting';

-- name: lanes_due
SELECT name FROM lane WHERE paused = 1 AND until IS NOT NULL AND until <= :now;

-- name: next_lane_due
SELECT min(until) FROM lane WHERE paused = 1 AND until IS NOT NULL;

-- name: running_of_dead
SELECT j.id, j.batch, j.attempt, j.generation, j.session, j.started, j.effect, j.queued, coalesce(s.heartbeat, j.started)
FROM job AS j LEFT JOIN session AS s ON s.id = j.session WHERE j.state = 'running' AND j.session <> :session;

-- name: lane_pause
INSERT INTO lane (name, paused, code, message, until, probes) VALUES (:name, 1, :code, :message, :until, 1)
ON CONFLICT (name) DO UPDATE SET paused = 1, code = excluded.code, message = excluded.message,
    until = excluded.until, probes = lane.probes + 1;

-- name: lane_rest
INSERT INTO lane (name, paused, code, message, until) VALUES (:name, 1, :code, :message, :until)
ON CONFLICT (name) DO UPDATE SET paused = 1, code = excluded.code, message = excluded.message, until = excluded.until;

-- name: batches_put_off
UPDATE batch SET expires = max(expires, min(:until + json_extract(options, '$.expires_ms'),
                                            coalesce(json_extract(options, '$.not_after'), 1 << 62)))
WHERE lane = :lane AND state IN ('building', 'active', 'paused') AND expires > :now
  AND json_extract(options, '$.expires_ms') IS NOT NULL;

-- name: lane_open
UPDATE lane SET paused = 0, until = NULL, code = iif(probes > 0, code, NULL), message = iif(probes > 0, message, NULL)
WHERE name = :name AND paused = 1;

-- name: lane_limit
INSERT INTO lane (name, max_running) VALUES (:name, :limit)
ON CONFLICT (name) DO UPDATE SET max_running = excluded.max_running;

-- name: lane_rules
SELECT name, probes, max_running FROM lane WHERE probes > 0 OR max_running IS NOT NULL;

-- name: lane_well
UPDATE lane SET probes = 0, code = NULL, message = NULL WHERE name = :name AND paused = 0 AND probes > 0;

-- name: lanes
SELECT name, paused, code, message, until, probes FROM lane;

-- name: lanes_and_drives
SELECT name, paused, code, message, until, probes, max_running FROM lane
UNION ALL SELECT 'drive:' || path, 1, code, message, until, probes, NULL FROM drive WHERE until IS NOT NULL;

-- What lanes may send, and have sent.

-- name: throttle_get
SELECT tokens, updated, share, proved, slowed FROM throttle WHERE lane = :lane;

-- name: throttle_fill
INSERT INTO throttle (lane, tokens, updated) VALUES (:lane, :tokens, :updated)
ON CONFLICT (lane) DO UPDATE SET tokens = excluded.tokens, updated = excluded.updated;

-- name: throttle_share
UPDATE throttle SET share = :share, proved = :proved, slowed = :slowed WHERE lane = :lane;

-- name: sending_add
INSERT INTO sending (lane, at, recipients, job, attempt) VALUES (:lane, :now, :recipients, :job, :attempt);

-- name: sending_ahead
UPDATE sending SET at = :now WHERE lane = :lane AND at > :now;

-- name: sending_used
SELECT coalesce(sum(recipients), 0) FROM sending WHERE lane = :lane AND at > :since;

-- name: sending_first
SELECT min(at) FROM sending WHERE lane = :lane AND at > :since;

-- name: sending_leaves
SELECT at FROM (
    SELECT at, sum(recipients) OVER (ORDER BY at, id) AS left FROM sending WHERE lane = :lane AND at > :since)
WHERE left >= :excess ORDER BY at LIMIT 1;

-- name: sending_give_back
DELETE FROM sending WHERE id = (SELECT max(id) FROM sending WHERE job = :job AND attempt = :attempt)
RETURNING lane, recipients;

-- name: sending_forget
DELETE FROM sending WHERE lane = :lane AND at <= :since;

-- name: open_to_domain
SELECT count(*) FROM (SELECT 1 FROM job WHERE batch = :batch AND domain = :domain AND domain <> ''
                      AND state IN ('ready', 'waiting') LIMIT :most);

-- name: batch_doubt
UPDATE batch SET state = 'paused', note = :note, options = json_set(options, '$.doubted', json('true'))
WHERE id = :batch AND state = 'active' AND json_extract(options, '$.doubted') IS NULL
  AND (SELECT n_done + n_failed + n_unconfirmed FROM tally WHERE batch = :batch) <= :first
  AND (SELECT count(*) FROM job WHERE batch = :batch AND state IN ('failed', 'unconfirmed')
       AND error_code IN (SELECT value FROM json_each(:codes))) >= :refused
RETURNING id;

-- name: drives_away
SELECT path, probe FROM drive WHERE until IS NOT NULL;

-- name: drive_probes
SELECT probe FROM drive WHERE probe IS NOT NULL;

-- name: drives_back
SELECT path FROM drive WHERE until IS NULL;

-- name: drives_due
SELECT path, probe FROM drive WHERE until <= :now;

-- name: next_drive_due
SELECT min(until) FROM drive;

-- name: drive_away
INSERT INTO drive (path, code, message, until) VALUES (:path, :code, :message, :until)
ON CONFLICT (path) DO UPDATE SET message = excluded.message, until = excluded.until, probe = NULL,
    probes = drive.probes + 1
WHERE drive.until IS NULL OR drive.probe = :job;

-- name: drive_open
UPDATE drive SET until = NULL, probe = NULL WHERE probe = :job RETURNING path;

-- name: drive_probe
UPDATE drive SET probe = :job, until = :until WHERE path = :path;

-- name: drive_probe_stands
SELECT 1 FROM job AS j JOIN batch AS b ON b.id = j.batch LEFT JOIN lane AS l ON l.name = b.lane
WHERE j.id = :job AND (j.state = 'running' OR (j.state = 'ready' AND b.state = 'active'
    AND coalesce(l.paused, 0) = 0 AND (b.not_before IS NULL OR b.not_before <= :now)));

-- name: drive_look
UPDATE job SET state = 'ready', queued = :now, error_code = NULL, message = NULL
WHERE id = (
    SELECT j.id FROM job AS j JOIN batch AS b ON b.id = j.batch LEFT JOIN lane AS l ON l.name = b.lane
    WHERE j.state = 'waiting' AND j.run_at IS NULL AND j.input_root = :path AND b.state = 'active'
      AND coalesce(l.paused, 0) = 0 AND (b.not_before IS NULL OR b.not_before <= :now)
    ORDER BY j.id LIMIT 1)
RETURNING id, batch;

-- name: drive_wanted
SELECT 1 FROM job WHERE state = 'waiting' AND run_at IS NULL AND input_root = :path LIMIT 1;

-- name: drive_forget
DELETE FROM drive WHERE path = :path;

-- name: drives_look_now
UPDATE drive SET until = :now WHERE until > :now AND (:path IS NULL OR path = :path);

-- name: park
UPDATE job SET state = 'waiting', run_at = NULL, error_code = 'DRIVE_MISSING',
    message = (SELECT message FROM drive WHERE path = :root)
WHERE id IN (SELECT id FROM job WHERE batch = :batch AND state = 'ready' AND input_root = :root
               AND id <> coalesce((SELECT probe FROM drive WHERE path = :root), -1)
             ORDER BY priority DESC, id LIMIT :limit)
RETURNING id;

-- name: unpark
UPDATE job SET state = 'ready', queued = :now, error_code = NULL, message = NULL
WHERE id IN (SELECT id FROM job WHERE state = 'waiting' AND run_at IS NULL AND input_root = :path ORDER BY id LIMIT :limit)
RETURNING id, batch;
-- name: batch_priority
UPDATE batch SET priority = :priority WHERE id = :batch RETURNING state;

-- name: batch_pause_at
UPDATE batch SET pause_at = :job
WHERE id = :batch AND (:job IS NULL OR EXISTS (
    SELECT 1 FROM job WHERE id = :job AND batch = :batch AND state IN ('ready', 'waiting', 'held')))
RETURNING state;

-- name: place_ends
SELECT batch, max(priority), min(priority) FROM job
WHERE state IN ('ready', 'waiting', 'held') AND batch IN (
    SELECT batch FROM job WHERE id IN (SELECT value FROM json_each(:jobs)))
GROUP BY batch;

-- name: place_move
UPDATE job SET priority = :priority
WHERE id IN (SELECT value FROM json_each(:jobs)) AND batch = :batch AND state IN ('ready', 'waiting', 'held');

-- name: hold_jobs
UPDATE job SET state = 'held', run_at = NULL, message = NULL, error_code = NULL
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state IN ('ready', 'waiting') RETURNING batch;

-- name: hold_batch
UPDATE job SET state = 'held', run_at = NULL, message = NULL, error_code = NULL
WHERE batch = :batch AND state IN ('ready', 'waiting') RETURNING batch;

-- name: release_jobs
UPDATE job SET state = 'ready', queued = :now, error_code = NULL, message = NULL
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state = 'held' RETURNING batch;

-- name: release_batch
UPDATE job SET state = 'ready', queued = :now, error_code = NULL, message = NULL
WHERE batch = :batch AND state = 'held' AND (error_code IS NULL OR error_code NOT LIKE 'PRE\_%' ESCAPE '\') RETURNING batch;

-- name: cancel_jobs
UPDATE job SET state = 'cancelled', error_code = 'CANCELLED', message = NULL, finished = :now, run_at = NULL
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state IN ('ready', 'waiting', 'held') RETURNING batch;

-- name: cancel_batch
UPDATE job SET state = 'cancelled', error_code = 'CANCELLED', message = NULL, finished = :now, run_at = NULL
WHERE batch = :batch AND state IN ('ready', 'waiting', 'held') RETURNING batch;

-- name: cancel_running_jobs
UPDATE job SET cancel_flag = 1
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state = 'running' AND cancel_flag = 0 RETURNING id, batch, attempt;

-- name: cancel_running_batch
UPDATE job SET cancel_flag = 1 WHERE batch = :batch AND state = 'running' AND cancel_flag = 0 RETURNING id, batch, attempt;

-- name: retry_jobs
UPDATE job SET state = 'ready', tries = 0, crashes = 0, generation = generation + 1, finished = NULL,
    queued = :now, error_code = NULL, message = NULL
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state = 'failed' AND (:code IS NULL OR error_code = :code)
  AND batch NOT IN (SELECT id FROM batch WHERE state = 'cancelled')
RETURNING batch;

-- name: retry_batch
UPDATE job SET state = 'ready', tries = 0, crashes = 0, generation = generation + 1, finished = NULL,
    queued = :now, error_code = NULL, message = NULL
WHERE batch = :batch AND state = 'failed' AND (:code IS NULL OR error_code = :code)
  AND batch NOT IN (SELECT id FROM batch WHERE state = 'cancelled')
RETURNING batch;

-- name: retry_all
UPDATE job SET state = 'ready', tries = 0, crashes = 0, generation = generation + 1, finished = NULL,
    queued = :now, error_code = NULL, message = NULL
WHERE state = 'failed' AND (:code IS NULL OR error_code = :code)
  AND batch IN (SELECT id FROM batch WHERE state <> 'cancelled' AND dismissed = 0)
RETURNING batch;

-- name: failed_inputs
SELECT j.id, j.input, b.kind, j.size, j.mtime_ns FROM job AS j JOIN batch AS b ON b.id = j.batch
WHERE j.state = 'failed' AND j.id > :last AND (:any OR j.id IN (SELECT value FROM json_each(:jobs)))
  AND (:batch IS NULL OR j.batch = :batch) AND (:code IS NULL OR j.error_code = :code)
ORDER BY j.id LIMIT :limit;

-- name: refresh_source
UPDATE job SET size = :size, mtime_ns = :mtime_ns WHERE id = :job AND state = 'failed';

-- name: confirm_sent
UPDATE job SET state = 'done', effect = 'confirmed', error_code = NULL, message = NULL, note = :note
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state = 'unconfirmed' RETURNING batch;

-- name: confirm_again
UPDATE job SET state = 'ready', effect = 'none', tries = 0, crashes = 0, generation = generation + 1,
    queued = :now, finished = NULL, error_code = NULL, message = NULL
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state = 'unconfirmed' RETURNING batch;

-- name: batch_columns
SELECT b.id, b.kind, b.title, b.recipe_name, b.recipe, b.state, t.n_ready, t.n_waiting, t.n_held, t.n_running, t.n_done,
       t.n_skipped, t.n_failed, t.n_unconfirmed, t.n_cancelled, t.bytes_total, t.bytes_done, t.bytes_out, b.options,
       b.created, b.started, b.finished, b.note, b.dismissed, b.priority, b.not_before, b.expires, b.ordered, b.undone,
       t.n_pruned, b.pause_at
FROM batch AS b JOIN tally AS t ON t.batch = b.id

-- name: where_batch_id
WHERE b.id = :batch

-- name: where_not_over_at
WHERE b.finished IS NULL OR b.finished >= :since ORDER BY b.id

-- name: where_not_dismissed
WHERE b.dismissed = 0 OR :dismissed ORDER BY b.id DESC

-- name: counts_all
SELECT coalesce(sum(n_ready), 0), coalesce(sum(n_waiting), 0), coalesce(sum(n_held), 0), coalesce(sum(n_running), 0),
       coalesce(sum(n_done), 0), coalesce(sum(n_skipped), 0), coalesce(sum(n_failed), 0),
       coalesce(sum(n_unconfirmed), 0), coalesce(sum(n_cancelled), 0)
FROM tally JOIN batch ON batch.id = tally.batch WHERE batch.dismissed = 0

-- name: counts_batch
SELECT n_ready, n_waiting, n_held, n_running, n_done, n_skipped, n_failed, n_unconfirmed, n_cancelled
FROM tally WHERE batch = :batch

-- name: job_columns
SELECT j.id, j.batch, b.kind, b.lane, j.state, j.title, j.input, j.outputs, j.size, j.bytes_out, j.attempt, j.tries,
       j.crashes, j.generation, j.run_at, j.effect, j.cancel_flag, j.error_code, j.message, j.note, j.warnings, j.extra,
       j.started, j.finished, j.ms
FROM job AS j JOIN batch AS b ON b.id = j.batch

-- name: where_ids
WHERE j.id IN (SELECT value FROM json_each(:ids))

-- name: where_ended
WHERE j.batch = :batch AND j.finished IS NOT NULL AND j.finished >= :since ORDER BY j.finished, j.id

-- name: where_stopped_by_check
WHERE j.batch = :batch AND j.state = 'held' AND j.error_code LIKE 'PRE\_%' ESCAPE '\' ORDER BY j.id

-- name: id_list
SELECT j.id FROM job AS j

-- name: in_batch
WHERE j.batch = :batch

-- name: in_open_batches
WHERE j.batch IN (SELECT id FROM batch WHERE dismissed = 0)

-- name: and_states
AND j.state IN (SELECT value FROM json_each(:states))

-- name: and_code
AND j.error_code = :code

-- name: and_search
AND j.title LIKE :like ESCAPE '\'

-- name: order_queue
ORDER BY j.id

-- name: order_queue_desc
ORDER BY j.id DESC

-- name: order_name
ORDER BY j.title COLLATE NOCASE, j.id

-- name: order_name_desc
ORDER BY j.title COLLATE NOCASE DESC, j.id

-- name: order_size
ORDER BY j.size, j.id

-- name: order_size_desc
ORDER BY j.size DESC, j.id

-- name: order_state
ORDER BY j.state, j.id

-- name: order_state_desc
ORDER BY j.state DESC, j.id

-- name: order_time
ORDER BY j.ms, j.id

-- name: order_time_desc
ORDER BY j.ms DESC, j.id

-- name: placed
SELECT id, priority FROM job WHERE batch = :batch AND priority <> 0 ORDER BY priority DESC, id

-- name: attempts
SELECT job, no, generation, started, ended, outcome, error_code, error_text, trace, ms, peak_mb
FROM attempt WHERE job = :job ORDER BY no DESC

-- name: causes_all
SELECT j.error_code, count(*), min(j.message), max(j.message)
FROM job AS j JOIN batch AS b ON b.id = j.batch
WHERE j.state IN ('failed', 'unconfirmed') AND b.dismissed = 0 GROUP BY j.error_code

-- name: causes_batch
SELECT j.error_code, count(*), min(j.message), max(j.message)
FROM job AS j WHERE j.state IN ('failed', 'unconfirmed') AND j.batch = :batch GROUP BY j.error_code

-- name: payload
SELECT payload FROM job WHERE id = :job

-- name: plan_of
SELECT plan FROM job WHERE id = :job

-- name: recount
SELECT state, count(*) FROM job WHERE batch = :batch GROUP BY state

-- name: work_left
WITH startable AS MATERIALIZED (
    SELECT b.id, b.ordered FROM batch AS b LEFT JOIN lane AS l ON l.name = b.lane
    WHERE b.state IN ('building', 'active', 'paused') AND b.state = 'active' AND (:batch IS NULL OR b.id = :batch)
      AND (b.not_before IS NULL OR b.not_before <= :horizon)
      AND (coalesce(l.paused, 0) = 0 OR (l.until IS NOT NULL AND l.until <= :horizon)))
SELECT
    EXISTS (SELECT 1 FROM batch WHERE state IN ('building', 'active', 'paused') AND state = 'building'
            AND (:batch IS NULL OR id = :batch)),
    EXISTS (SELECT 1 FROM job AS j WHERE j.state = 'running' AND (:batch IS NULL OR j.batch = :batch)),
    EXISTS (
        SELECT 1 FROM (
            SELECT t.batch, b.ordered AND t.n_waiting > 0 AS stands, t.n_waiting - t.n_parked AS retrying,
                   t.n_ready + t.n_waiting + t.n_held + t.n_running + t.n_done + t.n_skipped + t.n_failed
                       + t.n_unconfirmed + t.n_cancelled + t.n_pruned AS total
            FROM startable AS b JOIN tally AS t ON t.batch = b.id WHERE t.n_ready > 0) AS some
        WHERE NOT stands AND (total < :budget_least OR retrying * :budget_share <= total
            OR (SELECT tries FROM job WHERE batch = some.batch AND state = 'ready'
                ORDER BY priority DESC, id LIMIT 1) > 0)),
    EXISTS (SELECT 1 FROM job WHERE state = 'waiting' AND run_at <= :horizon AND +batch IN (SELECT id FROM startable)),
    EXISTS (  -- the "+" and the order of the tables keep it from reading whole batches
        SELECT 1 FROM drive AS d CROSS JOIN job AS j ON j.input_root = d.path
        WHERE (d.until IS NULL OR d.until <= :horizon) AND j.state = 'waiting' AND j.run_at IS NULL
          AND +j.batch IN (SELECT id FROM startable));


-- What was worked off before, and watched folders.

-- name: processed_add
INSERT INTO processed (recipe_hash, path, size, mtime_ns, batch, outputs, at)
SELECT :key, input, CASE WHEN outputs = json_array(input) THEN bytes_out ELSE size END, mtime_ns, batch, outputs,
       finished
FROM job WHERE id IN (SELECT value FROM json_each(:jobs)) AND state = 'done' AND outputs <> '[]'
    AND (SELECT undone FROM batch WHERE id = job.batch) IS NULL
ON CONFLICT (recipe_hash, path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns,
    batch = excluded.batch, outputs = excluded.outputs, at = excluded.at
WHERE excluded.at >= processed.at;

-- name: processed_of
SELECT path, size, mtime_ns, outputs, at FROM processed
WHERE recipe_hash = :key AND path IN (SELECT value FROM json_each(:paths));

-- name: finished_since
SELECT id FROM batch WHERE finished >= :since ORDER BY finished, id;

-- name: watch_add
INSERT INTO watch (folder, kind, recipe_name, recipe, out, mode, created)
VALUES (:folder, :kind, :recipe_name, :recipe, :out, :mode, :now);

-- name: watch_remove
DELETE FROM watch WHERE id = :watch;

-- name: watch_enable
UPDATE watch SET enabled = :enabled, code = NULL, message = NULL WHERE id = :watch AND enabled <> :enabled;

-- name: watch_say
UPDATE watch SET code = :code, message = :message WHERE id = :watch AND code IS NOT :code;

-- name: watch_listens
SELECT 1 FROM watch WHERE id = :watch AND enabled = 1;

-- name: watch_take
INSERT INTO watch_seen (watch, path, size, mtime_ns, batch) VALUES (:watch, :path, :size, :mtime_ns, :batch)
ON CONFLICT (watch, path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns, batch = excluded.batch
WHERE excluded.size <> watch_seen.size OR excluded.mtime_ns <> watch_seen.mtime_ns;

-- name: watches
SELECT id, folder, kind, recipe_name, recipe, out, mode, enabled, created, code, message FROM watch ORDER BY id;

-- name: watch_taken
SELECT path, size, mtime_ns FROM watch_seen WHERE watch = :watch;

-- name: watch_took
SELECT path, size, mtime_ns FROM watch_seen
WHERE watch = :watch AND path IN (SELECT value FROM json_each(:paths));

-- Figures of the work, and telling that a batch is finished.

-- name: batch_kind_lane
SELECT kind, lane FROM batch WHERE id = :batch;

-- name: metric_get
SELECT data FROM metric WHERE span = :span AND at = :at AND kind = :kind AND lane = :lane;

-- name: metric_put
INSERT INTO metric (span, at, kind, lane, data) VALUES (:span, :at, :kind, :lane, :data)
ON CONFLICT (span, at, kind, lane) DO UPDATE SET data = excluded.data;

-- name: metric_trim
DELETE FROM metric WHERE span = :span AND at < :before;

-- name: metrics_between
SELECT at, kind, lane, data FROM metric WHERE span = :span AND at >= :since AND at < :until ORDER BY at, kind, lane;

-- name: batches_untold
SELECT id, finished FROM batch WHERE callback_state = 'due' ORDER BY finished, id;

-- name: batch_told
UPDATE batch SET callback_state = 'done' WHERE id = :batch AND callback_state = 'due' AND finished = :finished;

-- name: places_in_work
SELECT DISTINCT j.input_root, coalesce(json_extract(b.options, '$.out'), json_extract(b.recipe, '$.place.folder'))
FROM job AS j JOIN batch AS b ON b.id = j.batch WHERE j.state = 'running';


-- Undo: the marks of the journal (undone_at: NULL = stands, 0 = about to be undone, else when it was).

-- name: undo_batch
SELECT b.kind, b.state, b.options, t.n_running, t.n_pruned
FROM batch AS b JOIN tally AS t ON t.batch = b.id WHERE b.id = :batch;

-- name: undo_page
SELECT e.job, e.key, e.remote_id, e.undone_at, j.outputs
FROM effect AS e CROSS JOIN job AS j ON j.id = e.job  -- in this order: else each page sorts the whole batch
WHERE j.batch = :batch AND (e.job, e.key) > (:job, :key) ORDER BY e.job, e.key LIMIT :count;

-- name: undo_begin
UPDATE effect SET undone_at = 0 WHERE job = :job AND key = :key AND undone_at IS NULL;

-- name: undo_done
UPDATE effect SET undone_at = :now WHERE job = :job AND key = :key;

-- name: undo_say
UPDATE job SET note = CASE
    WHEN EXISTS (SELECT 1 FROM effect AS e WHERE e.job = job.id AND coalesce(e.undone_at, 0) = 0
                 AND e.key IN (SELECT value FROM json_each(job.outputs))) THEN 'Undone in part' ELSE 'Undone' END
WHERE id IN (SELECT value FROM json_each(:jobs)) AND state = 'done';

-- name: undo_end
UPDATE batch SET undone = :now WHERE id = :batch RETURNING state;

-- name: undo_processed
DELETE FROM processed WHERE batch = :batch;

-- name: undo_cut_off
SELECT json_extract(b.options, '$.token'), e.job, e.key
FROM effect AS e JOIN job AS j ON j.id = e.job JOIN batch AS b ON b.id = j.batch WHERE e.undone_at = 0;

-- A new queue of what a damaged one still holds. Each table is written with all of its columns.

-- name: rebuild_tables
SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\';

-- name: rebuild_columns
SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(:table) ORDER BY cid;

-- name: rebuild_session
INSERT OR IGNORE INTO session (id, machine, pid, started, heartbeat, ended, clean)
VALUES (:id, :machine, :pid, :started, :heartbeat, :ended, :clean);

-- name: rebuild_meta
INSERT OR REPLACE INTO meta (key, value) VALUES (:key, :value);

-- name: rebuild_lane
INSERT OR IGNORE INTO lane (name, paused, code, message, until, probes, max_running)
VALUES (:name, :paused, :code, :message, :until, :probes, :max_running);

-- name: rebuild_throttle
INSERT OR IGNORE INTO throttle (lane, tokens, updated, share, proved, slowed)
VALUES (:lane, :tokens, :updated, :share, :proved, :slowed);

-- name: rebuild_sending
INSERT OR IGNORE INTO sending (id, lane, at, recipients, job, attempt)
VALUES (:id, :lane, :at, :recipients, :job, :attempt);

-- name: rebuild_batch
INSERT OR IGNORE INTO batch (id, kind, lane, title, recipe_name, recipe, options, state, note, priority, scan_cursor,
                             created, started, finished, expires, callback_state, dismissed, not_before, ordered,
                             pause_at, undone, recipe_hash)
VALUES (:id, :kind, :lane, :title, :recipe_name, :recipe, :options, :state, :note, :priority, :scan_cursor, :created,
        :started, :finished, :expires, :callback_state, :dismissed, :not_before, :ordered, :pause_at, :undone,
        :recipe_hash);

-- name: rebuild_job
INSERT OR IGNORE INTO job (id, batch, state, priority, run_at, attempt, tries, crashes, generation, session, input,
                           input_root, size, mtime_ns, number, weight, dedup_key, title, plan, payload, extra,
                           outputs, warnings, cancel_flag, effect, error_code, message, note, bytes_out, started,
                           finished, ms, memory, queued, recipients, domain)
VALUES (:id, :batch, :state, :priority, :run_at, :attempt, :tries, :crashes, :generation, :session, :input,
        :input_root, :size, :mtime_ns, :number, :weight, :dedup_key, :title, :plan, :payload, :extra, :outputs,
        :warnings, :cancel_flag, :effect, :error_code, :message, :note, :bytes_out, :started, :finished, :ms, :memory,
        :queued, :recipients, :domain);

-- name: rebuild_attempt
INSERT OR IGNORE INTO attempt (job, no, generation, session, started, ended, outcome, error_code, error_text, trace,
                               ms, peak_mb)
VALUES (:job, :no, :generation, :session, :started, :ended, :outcome, :error_code, :error_text, :trace, :ms, :peak_mb);

-- name: rebuild_checkpoint
INSERT OR IGNORE INTO checkpoint (job, attempt, data, at)
VALUES (:job, :attempt, :data, :at);

-- name: rebuild_effect
INSERT OR IGNORE INTO effect (job, key, attempt, intent_at, confirmed_at, remote_id, undone_at)
VALUES (:job, :key, :attempt, :intent_at, :confirmed_at, :remote_id, :undone_at);

-- name: rebuild_processed
INSERT OR IGNORE INTO processed (recipe_hash, path, size, mtime_ns, batch, outputs, at)
VALUES (:recipe_hash, :path, :size, :mtime_ns, :batch, :outputs, :at);

-- name: rebuild_watch
INSERT OR IGNORE INTO watch (id, folder, kind, recipe_name, recipe, out, mode, enabled, created, code, message)
VALUES (:id, :folder, :kind, :recipe_name, :recipe, :out, :mode, :enabled, :created, :code, :message);

-- name: rebuild_watch_seen
INSERT OR IGNORE INTO watch_seen (watch, path, size, mtime_ns, batch)
VALUES (:watch, :path, :size, :mtime_ns, :batch);

-- name: rebuild_metric
INSERT OR IGNORE INTO metric (span, at, kind, lane, data)
VALUES (:span, :at, :kind, :lane, :data);

-- name: rebuild_sequence
UPDATE sqlite_sequence SET seq = max(seq, :seq) WHERE name = :name;

-- name: batch_numbers_seen
INSERT INTO sqlite_sequence (name, seq)
SELECT 'batch', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'batch');

-- name: rebuild_tally
UPDATE tally SET (n_ready, n_waiting, n_held, n_running, n_done, n_skipped, n_failed, n_unconfirmed, n_cancelled,
                  bytes_total, bytes_done, bytes_out, n_parked) =
    (SELECT total(state = 'ready'), total(state = 'waiting'), total(state = 'held'), total(state = 'running'),
            total(state = 'done'), total(state = 'skipped'), total(state = 'failed'), total(state = 'unconfirmed'),
            total(state = 'cancelled'), total(weight),
            total(weight * (state IN ('done', 'skipped', 'failed', 'unconfirmed', 'cancelled'))), total(bytes_out),
            total(state = 'waiting' AND run_at IS NULL)
     FROM job WHERE job.batch = tally.batch);

-- name: rebuild_pruned
UPDATE tally SET n_pruned = :n_pruned WHERE batch = :batch;

-- name: rebuild_unfinished
SELECT id FROM batch WHERE state IN ('active', 'paused');

-- name: doubt_letters
UPDATE batch SET state = 'paused', note = :note
WHERE state = 'active' AND lane <> 'cpu' AND (SELECT n_ready + n_waiting + n_running FROM tally WHERE batch = id) > 0
RETURNING id;

-- name: doubt_building
UPDATE batch SET options = json_set(options, '$.start', json('false')) WHERE state = 'building' AND lane <> 'cpu';

-- name: last_session
SELECT ended FROM session ORDER BY rowid DESC LIMIT 1;


-- Retention: what is over and old goes.

-- name: prunable
SELECT coalesce(sum(t.n_done + t.n_skipped + t.n_cancelled + b.dismissed * (t.n_failed + t.n_unconfirmed)), 0)
FROM batch AS b JOIN tally AS t ON t.batch = b.id
WHERE b.state IN ('finished', 'cancelled') AND b.id NOT IN (SELECT value FROM json_each(:spared));

-- name: prunable_batches
SELECT b.id, b.dismissed FROM batch AS b JOIN tally AS t ON t.batch = b.id
WHERE b.state IN ('finished', 'cancelled') AND b.id NOT IN (SELECT value FROM json_each(:spared))
  AND coalesce(b.finished, b.created) < :before
  AND t.n_done + t.n_skipped + t.n_cancelled + b.dismissed * (t.n_failed + t.n_unconfirmed) > 0
ORDER BY coalesce(b.finished, b.created), b.id LIMIT :count;

-- name: prunable_jobs
SELECT id, batch, weight, bytes_out FROM job
WHERE batch = :batch AND (state IN ('done', 'skipped', 'cancelled') OR (:all AND state IN ('failed', 'unconfirmed')))
LIMIT :count;

-- name: prune_jobs
DELETE FROM job WHERE id IN (SELECT value FROM json_each(:jobs));

-- name: prune_counted
UPDATE tally SET n_pruned = n_pruned + :count, bytes_total = bytes_total + :weight, bytes_done = bytes_done + :weight,
    bytes_out = bytes_out + :bytes_out
WHERE batch = :batch;

-- name: prune_batches
DELETE FROM batch WHERE id IN (
    SELECT b.id FROM batch AS b
    WHERE b.dismissed = 1 AND b.state IN ('finished', 'cancelled') AND coalesce(b.finished, b.created) < :before
      AND NOT EXISTS (SELECT 1 FROM job WHERE job.batch = b.id) LIMIT :count);

-- name: prune_checkpoints
DELETE FROM checkpoint WHERE job IN (
    SELECT c.job FROM checkpoint AS c JOIN job AS j ON j.id = c.job WHERE j.state IN ('done', 'skipped', 'cancelled'));

-- name: prune_sessions
DELETE FROM session WHERE id IN (SELECT id FROM session WHERE ended IS NOT NULL AND started < :before LIMIT :count);

-- name: purge_bodies
UPDATE job SET payload = json_object('row', json_extract(payload, '$.row'), 'blocked', json(:instead))
WHERE id IN (
    SELECT j.id FROM batch AS b JOIN job AS j ON j.batch = b.id
    WHERE b.kind = 'mail' AND b.state IN ('finished', 'cancelled') AND coalesce(b.finished, b.created) < :before
      AND json_extract(j.payload, '$.message_id') IS NOT NULL
    LIMIT :count);

-- name: prune_processed
DELETE FROM processed WHERE (recipe_hash, path) IN (
    SELECT recipe_hash, path FROM processed WHERE at < :before LIMIT :count);

-- name: dismissed_of
SELECT id FROM batch WHERE dismissed = 1 AND id IN (SELECT value FROM json_each(:batches));

-- name: batch_numbers_begin
INSERT INTO sqlite_sequence (name, seq)
SELECT 'batch', :highest WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'batch');

-- name: batch_numbers_spare
UPDATE sqlite_sequence SET seq = max(seq, :highest) WHERE name = 'batch';

-- name: running_now
SELECT coalesce(sum(n_running), 0) FROM tally;

-- name: cut_off_since
SELECT json_extract(b.options, '$.token'), j.id, j.attempt, j.plan
FROM job AS j JOIN batch AS b ON b.id = j.batch
WHERE j.attempt > 0 AND j.plan <> '[]' AND j.error_code IN (SELECT value FROM json_each(:codes))
  AND (j.state IN ('ready', 'waiting', 'held') OR (j.state IN ('failed', 'cancelled') AND j.finished >= :since));

-- name: cut_off_of
SELECT json_extract(b.options, '$.token'), j.id, j.attempt, j.plan
FROM job AS j JOIN batch AS b ON b.id = j.batch
WHERE j.id IN (SELECT value FROM json_each(:jobs)) AND j.plan <> '[]'
  AND j.error_code IN (SELECT value FROM json_each(:codes))
  AND j.state IN ('ready', 'waiting', 'held', 'failed', 'cancelled');

-- name: free_pages
PRAGMA freelist_count;

-- name: page_size
PRAGMA page_size;

-- name: page_count
PRAGMA page_count;

-- name: vacuum_page
PRAGMA incremental_vacuum(1);

-- name: shorten_log
PRAGMA wal_checkpoint(TRUNCATE);
