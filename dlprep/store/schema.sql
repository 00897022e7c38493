-- The truth is `event`: append-only, one row for everything a person does.
-- Everything below it can be computed again from it.

CREATE TABLE event (
  seq     INTEGER PRIMARY KEY,            -- order of arrival in this file
  id      TEXT NOT NULL UNIQUE            -- UUIDv7; its order is the order of happening
          CHECK (length(id) = 36),
  device  TEXT NOT NULL,
  at_ms   INTEGER NOT NULL,               -- milliseconds since 1970 UTC
  tz_min  INTEGER NOT NULL CHECK (tz_min BETWEEN -1440 AND 1440),
  day     INTEGER NOT NULL,               -- study day, frozen when written
  kind    TEXT NOT NULL CHECK (kind IN (
            'review', 'answer', 'check', 'clock', 'session', 'confirm', 'mark', 'undo',
            'suspend', 'unsuspend', 'bury', 'reset', 'set_due', 'edit_rev', 'params', 'import')),
  subject TEXT NOT NULL CHECK (subject <> ''),  -- card, item, exercise or session
  rating  INTEGER CHECK (rating BETWEEN 1 AND 4),
  ms      INTEGER CHECK (ms >= 0),        -- time taken
  source  TEXT CHECK (source IN ('card', 'quiz', 'check', 'code', 'derive', 'mock')),
  mistake TEXT,
  undoes  TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
  CHECK (kind <> 'review' OR rating IS NOT NULL)
) STRICT;

CREATE INDEX event_subject ON event (subject, kind, id);
CREATE INDEX event_kind ON event (kind, id);
CREATE INDEX event_day ON event (day);
CREATE INDEX event_undoes ON event (undoes) WHERE undoes IS NOT NULL;

-- This copy of the log; new events carry its name.
CREATE TABLE device (id TEXT PRIMARY KEY) STRICT;

-- What holds: neither undone nor an undo.
CREATE VIEW live AS
  SELECT * FROM event
  WHERE kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM event AS u WHERE u.undoes = event.id);

-- Caches. `card` is computed in memory/ and handed in; the other two are the views below, kept.

CREATE TABLE card (
  card         TEXT PRIMARY KEY,
  rev          INTEGER NOT NULL,
  reps         INTEGER NOT NULL CHECK (reps >= 0),
  lapses       INTEGER NOT NULL CHECK (lapses >= 0),
  stability    REAL CHECK (stability > 0),              -- days
  difficulty   REAL CHECK (difficulty BETWEEN 1 AND 10),
  last         INTEGER,                                 -- study day
  due          INTEGER,                                 -- study day
  suspended    INTEGER NOT NULL CHECK (suspended IN (0, 1)),
  buried_until INTEGER                                  -- study day on which it returns
) STRICT, WITHOUT ROWID;

CREATE INDEX card_due ON card (due, suspended) WHERE due IS NOT NULL;

CREATE TABLE item_stat (
  item       TEXT PRIMARY KEY,
  answers    INTEGER NOT NULL,
  right      INTEGER NOT NULL,
  last_day   INTEGER NOT NULL,
  last_right INTEGER NOT NULL CHECK (last_right IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE day_stat (
  day        INTEGER PRIMARY KEY,
  reviews    INTEGER NOT NULL,
  recalled   INTEGER NOT NULL,   -- reviews rated 2 to 4
  introduced INTEGER NOT NULL,   -- first reviews of a card
  answers    INTEGER NOT NULL,
  right      INTEGER NOT NULL,
  ms         INTEGER NOT NULL
) STRICT;

-- With max() the other columns come from the row of the maximum: the last answer.
CREATE VIEW item_now AS
  SELECT subject AS item, count(*) AS answers, sum(json_extract(payload, '$.right')) AS right,
         day AS last_day, json_extract(payload, '$.right') AS last_right, max(id) AS last_id
  FROM live
  WHERE kind = 'answer' AND json_extract(payload, '$.right') IS NOT NULL
  GROUP BY subject;

CREATE VIEW day_now AS
  SELECT day,
         sum(kind = 'review') AS reviews,
         sum(kind = 'review' AND rating > 1) AS recalled,
         sum(kind = 'review' AND coalesce(json_extract(payload, '$.first'), 0)) AS introduced,
         sum(kind = 'answer') AS answers,
         sum(kind = 'answer' AND coalesce(json_extract(payload, '$.right'), 0)) AS right,
         sum(coalesce(ms, 0)) AS ms
  FROM live
  WHERE kind IN ('review', 'answer')
  GROUP BY day;

-- Predicted recall against what happened, in ten classes of the prediction. A mistake that was
-- made is no question that was asked: its card is left out.
CREATE TABLE recall_stat (
  day       INTEGER NOT NULL,
  class     INTEGER NOT NULL CHECK (class BETWEEN 0 AND 9),
  reviews   INTEGER NOT NULL,
  recalled  INTEGER NOT NULL,
  predicted REAL NOT NULL,       -- sum of the predictions
  PRIMARY KEY (day, class)
) STRICT, WITHOUT ROWID;

CREATE VIEW recall_now AS
  SELECT day, min(CAST(json_extract(payload, '$.r') * 10 AS INTEGER), 9) AS class,
         count(*) AS reviews, sum(rating > 1) AS recalled,
         total(json_extract(payload, '$.r')) AS predicted
  FROM live
  WHERE kind = 'review' AND json_extract(payload, '$.r') IS NOT NULL
    AND subject NOT LIKE 'mistake.%'
  GROUP BY day, class;

-- Time by what it was spent on: `flashcard`, else the kind of the question.
CREATE TABLE time_stat (
  day   INTEGER NOT NULL,
  kind  TEXT NOT NULL,
  times INTEGER NOT NULL,
  ms    INTEGER NOT NULL,
  PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;

CREATE VIEW time_now AS
  SELECT day,
         CASE kind WHEN 'review' THEN 'flashcard'
                   ELSE coalesce(json_extract(payload, '$.kind'), 'question') END AS what,
         count(*) AS times, sum(ms) AS ms
  FROM live
  WHERE kind IN ('review', 'answer') AND ms IS NOT NULL
  GROUP BY day, what;
