-- The compiled bank. It can be deleted at any time: the YAML files are the truth.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE file (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    position INTEGER NOT NULL  -- files of the bank first, then the person's own
) STRICT, WITHOUT ROWID;

-- Every item as read; of equal ids only the first is live.
CREATE TABLE item (
    id TEXT NOT NULL,
    leaf TEXT NOT NULL,
    kind TEXT NOT NULL,
    difficulty INTEGER NOT NULL,
    frequency INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    topic TEXT NOT NULL,
    path TEXT NOT NULL,
    line INTEGER NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,  -- lower case: id, topic, prompt, explanation
    body TEXT NOT NULL,
    faces TEXT NOT NULL,  -- JSON: the names of its cards
    needs TEXT NOT NULL,  -- JSON: the ids of items to know first
    live INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX item_by_id ON item (id);
CREATE INDEX item_by_path ON item (path);
-- With `rev` and `live`, what a sample of all items asks is answered without a look at the items.
CREATE INDEX item_by_leaf ON item (leaf, kind, difficulty, id, rev, live) WHERE live;
CREATE INDEX item_twice ON item (id) WHERE live = 0;
CREATE INDEX item_with_needs ON item (id, live, needs) WHERE needs <> '[]';

-- How many live items there are, so that no command counts them anew.
CREATE TABLE tally (
    leaf TEXT NOT NULL,
    kind TEXT NOT NULL,
    difficulty INTEGER NOT NULL,
    items INTEGER NOT NULL,
    PRIMARY KEY (leaf, kind, difficulty)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaf (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    frequency INTEGER NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every card of live items and of mistakes. `turn` is the place of its item among all when new
-- ones are met: a leaf that interviews ask about three times as often is three items deep when
-- another has shown its first; what an item needs comes before it. A mistake has no turn: its card
-- comes once it has been made.
CREATE TABLE face (
    card TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    rev INTEGER NOT NULL,
    nth INTEGER NOT NULL,  -- of its item, from 0
    turn INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX face_turn ON face (turn, nth, rev, item) WHERE turn IS NOT NULL;

-- Mistakes, conventions, exercise headers, and whole registries under the empty key.
CREATE TABLE entry (
    registry TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (registry, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE fault (path TEXT NOT NULL, line INTEGER, body TEXT NOT NULL) STRICT;
