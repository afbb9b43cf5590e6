#include "archive/schema.h"

#include <array>

#include "text/failure.h"

namespace onus {
namespace {

constexpr std::int64_t kApplication = 0x6F6E7573;  // "onus"

// docs/store.md describes this to those who ask it questions: keep both in step. Columns are only ever added.
constexpr const char* kFirst = R"(
CREATE TABLE runs (
  run       INTEGER PRIMARY KEY,
  started   TEXT NOT NULL,
  finished  TEXT,
  version   TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  files     INTEGER,
  read      INTEGER,
  known     INTEGER,
  problems  INTEGER
);
CREATE TABLE documents (
  document          INTEGER PRIMARY KEY,
  content           TEXT NOT NULL,
  knowledge         TEXT NOT NULL,
  format            TEXT,
  kind              TEXT,
  words             INTEGER NOT NULL,
  describes_abuse   INTEGER NOT NULL,
  perpetrator_acts  INTEGER NOT NULL,
  survivor_deficits INTEGER NOT NULL,
  UNIQUE (content, knowledge)
);
CREATE TABLE files (
  file     INTEGER PRIMARY KEY,
  path     TEXT NOT NULL UNIQUE,
  stamp    TEXT NOT NULL,
  document INTEGER REFERENCES documents (document),
  problem  TEXT,
  run      INTEGER NOT NULL REFERENCES runs (run)
);
CREATE INDEX files_of_document ON files (document);
CREATE TABLE findings (
  document       INTEGER NOT NULL REFERENCES documents (document) ON DELETE CASCADE,
  number         INTEGER NOT NULL,
  rule           TEXT NOT NULL,
  category       TEXT,
  severity       TEXT NOT NULL,
  span_start     INTEGER NOT NULL,
  span_end       INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  fingerprint    TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE INDEX findings_of_rule ON findings (rule);
CREATE TABLE coverage (
  document  INTEGER NOT NULL REFERENCES documents (document) ON DELETE CASCADE,
  component TEXT NOT NULL,
  level     TEXT NOT NULL,
  evidence  INTEGER NOT NULL,
  PRIMARY KEY (document, component)
) WITHOUT ROWID;
CREATE TABLE criteria (
  document  INTEGER NOT NULL REFERENCES documents (document) ON DELETE CASCADE,
  criterion TEXT NOT NULL,
  rating    TEXT NOT NULL,
  PRIMARY KEY (document, criterion)
) WITHOUT ROWID;
CREATE TABLE problems (
  document INTEGER NOT NULL REFERENCES documents (document) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  message  TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE VIEW unreadable AS
  SELECT path, problem AS reason FROM files WHERE problem IS NOT NULL
  UNION ALL
  SELECT path, message FROM files JOIN problems USING (document) WHERE kind = 'unreadable';
)";

constexpr const char* kSecond = R"(
ALTER TABLE runs ADD COLUMN reading_seconds REAL;
ALTER TABLE runs ADD COLUMN analysis_seconds REAL;
ALTER TABLE runs ADD COLUMN rules_seconds REAL;
ALTER TABLE runs ADD COLUMN store_seconds REAL;
ALTER TABLE runs ADD COLUMN prose_bytes INTEGER;
CREATE TABLE containers (
  container INTEGER PRIMARY KEY,
  path      TEXT NOT NULL UNIQUE,
  stamp     TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  others    INTEGER NOT NULL
);
ALTER TABLE files ADD COLUMN container INTEGER REFERENCES containers (container);
CREATE INDEX files_of_container ON files (container) WHERE container IS NOT NULL;
CREATE TABLE metadata (
  file  INTEGER NOT NULL REFERENCES files (file) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (file, field)
) WITHOUT ROWID;
CREATE INDEX metadata_of_field ON metadata (field, value);
CREATE TABLE properties (
  document INTEGER NOT NULL REFERENCES documents (document) ON DELETE CASCADE,
  field    TEXT NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (document, field)
) WITHOUT ROWID;
CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents (document) ON DELETE CASCADE,
  text     TEXT NOT NULL
);
CREATE TABLE about (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
)";

// What each version added to the one before it.
constexpr std::array kVersions{kFirst, kSecond};
constexpr std::int64_t kVersion = kVersions.size();

void bring_up_to_date(Database& database, std::int64_t from) {
  for (auto version = static_cast<std::size_t>(from); version < kVersions.size(); ++version)
    database.execute(kVersions[version]);
  database.execute("PRAGMA application_id = " + std::to_string(kApplication));
  database.execute("PRAGMA user_version = " + std::to_string(kVersion));
}

bool is_empty(Database& database) { return database.number("SELECT count(*) FROM sqlite_schema") == 0; }

}  // namespace

void check_schema(Database& database, const std::filesystem::path& path) {
  if (database.number("PRAGMA application_id") != kApplication)
    throw Failure(path.string() + " is a database of another program; give --store another name");
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version < 1 || version > kVersion)
    throw Failure(path.string() +
                  " was made by another version of onus; use that one, or give --store another name");
}

void prepare_schema(Database& database, const std::filesystem::path& path) {
  if (!is_empty(database)) check_schema(database, path);  // before anything in it is changed
  database.execute("PRAGMA journal_mode = WAL");
  database.execute("PRAGMA synchronous = NORMAL");
  database.execute("PRAGMA foreign_keys = ON");
  Transaction transaction(database);
  if (is_empty(database)) {
    bring_up_to_date(database, 0);
  } else {
    check_schema(database, path);
    bring_up_to_date(database, database.number("PRAGMA user_version"));
  }
  transaction.commit();
}

}  // namespace onus
