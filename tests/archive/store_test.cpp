#include "archive/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "archive/claims.h"
#include "archive/temporary_folder.h"
#include "text/failure.h"

namespace onus {
namespace {

KeptDocument sample() {
  KeptDocument kept;
  kept.format = "docx";
  kept.kind = "assessment";
  kept.words = 120;
  kept.findings.push_back({"failure-to-protect", "victim-blaming", "error", 3, 9, 0, 20, "0123456789abcdef"});
  kept.findings.push_back({"style", std::nullopt, "note", 30, 31, 22, 40, "fedcba9876543210"});
  kept.coverage.push_back({"perpetrator-pattern", "absent", 0});
  kept.criteria.push_back({"plan", "not-met"});
  return kept;
}

ScannedFile file(const std::string& path, const std::string& stamp, const std::string& content) {
  return {path, stamp, content, ""};
}

std::int64_t count(const std::string& path, const std::string& sql) {
  Database database(path, Database::Access::read);
  return database.number(sql);
}

TEST(Store, ADocumentIsKeptOnceForAllFilesThatHoldIt) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  Store store(path, "k1");
  const std::int64_t run = store.begin_run("1");
  store.save(file("/a", "1", "aa"), run, sample());
  store.save(file("/b", "2", "aa"), run, sample());
  store.save_known(file("/c", "3", "aa"), run, *store.document("aa"));
  EXPECT_EQ(count(path, "SELECT count(*) FROM files"), 3);
  EXPECT_EQ(count(path, "SELECT count(*) FROM documents"), 1);
  EXPECT_EQ(count(path, "SELECT count(*) FROM findings"), 2);
  EXPECT_TRUE(store.unchanged("/a", "1"));
  EXPECT_FALSE(store.unchanged("/a", "2"));
  EXPECT_FALSE(store.unchanged("/d", "1"));
}

TEST(Store, OtherKnowledgeKnowsNothing) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  {
    Store store(path, "k1");
    store.save(file("/a", "1", "aa"), store.begin_run("1"), sample());
  }
  Store store(path, "k2");
  EXPECT_FALSE(store.unchanged("/a", "1"));
  EXPECT_FALSE(store.document("aa"));
  const std::int64_t run = store.begin_run("1");
  store.save(file("/a", "1", "aa"), run, sample());
  EXPECT_EQ(count(path, "SELECT count(*) FROM documents"), 2);
  store.end_run(run, {1, 1, 0, 0});
  EXPECT_EQ(count(path, "SELECT count(*) FROM documents"), 1);
  EXPECT_EQ(count(path, "SELECT count(*) FROM findings"), 2);
}

TEST(Store, WhatCanNotBeReadIsARowWithItsReason) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  Store store(path, "k1");
  const std::int64_t run = store.begin_run("1");
  store.save(file("/a", "1", "aa"), run, keep_unreadable("is a picture"));
  store.save_unopened({"/b", "", std::nullopt, "may not be opened"}, run);
  EXPECT_EQ(count(path, "SELECT count(*) FROM unreadable"), 2);
  EXPECT_EQ(store.unreadable(*store.document("aa")), "is a picture");
  EXPECT_EQ(store.unchanged("/a", "1")->unreadable, "is a picture");
  EXPECT_FALSE(store.unchanged("/b", ""));
}

TEST(Store, OnlyItsOwnerReadsIt) {
  const TemporaryFolder folder;
  const mode_t before = umask(0);
  {
    Store store(folder.file("archive.db"), "k1");
    store.begin_run("1");
    for (const char* name : {"archive.db", "archive.db-wal", "archive.db-shm"}) {
      struct stat status {};
      ASSERT_EQ(stat(folder.file(name).c_str(), &status), 0) << name;
      EXPECT_EQ(status.st_mode & 0777, 0600U) << name;
    }
  }
  umask(before);
}

std::string failure_of(const std::string& path) {
  try {
    const Store store(path, "k1");
    return "(none)";
  } catch (const Failure& failure) {
    return failure.what();
  }
}

TEST(Store, WhatIsNoStoreIsLeftAlone) {
  const TemporaryFolder folder;
  folder.write("report.txt", "She failed to protect the children, said the report that was not a database.");
  EXPECT_NE(failure_of(folder.file("report.txt")).find("isn't a store"), std::string::npos);
  {
    folder.write("other.db", "");
    Database other(folder.file("other.db"), Database::Access::write);
    other.execute("CREATE TABLE x (y)");
  }
  EXPECT_NE(failure_of(folder.file("other.db")).find("of another program"), std::string::npos);
  { const Store store(folder.file("newer.db"), "k1"); }
  Database(folder.file("newer.db"), Database::Access::write).execute("PRAGMA user_version = 99");
  EXPECT_NE(failure_of(folder.file("newer.db")).find("another version"), std::string::npos);
  EXPECT_NE(failure_of(folder.file("no/such/folder.db")).find("can't be made"), std::string::npos);
}

// What the first version had is kept, and what it lacked is there.
TEST(Store, AnOlderStoreIsBroughtUpToDate) {
  const TemporaryFolder folder;
  const std::string path = folder.file("old.db");
  {
    Store store(path, "k1");
    store.save(file("/a", "1", "aa"), store.begin_run("1"), sample());
  }
  Database(path, Database::Access::write).execute(R"(
    DROP TABLE metadata; DROP TABLE properties; DROP TABLE texts; DROP TABLE about;
    DROP INDEX files_of_container; ALTER TABLE files DROP COLUMN container; DROP TABLE containers;
    ALTER TABLE runs DROP COLUMN reading_seconds; ALTER TABLE runs DROP COLUMN analysis_seconds;
    ALTER TABLE runs DROP COLUMN rules_seconds; ALTER TABLE runs DROP COLUMN store_seconds;
    ALTER TABLE runs DROP COLUMN prose_bytes; PRAGMA user_version = 1)");
  Store store(path, "k1");
  EXPECT_TRUE(store.unchanged("/a", "1"));
  EXPECT_EQ(count(path, "PRAGMA user_version"), 2);
  EXPECT_EQ(count(path, "SELECT count(*) FROM findings"), 2);
  EXPECT_EQ(count(path, "SELECT count(*) FROM metadata"), 0);
  EXPECT_EQ(count(path, "SELECT count(*) FROM runs WHERE prose_bytes IS NULL"), 1);
}

TEST(Store, OneScanAtATime) {
  const TemporaryFolder folder;
  const Store store(folder.file("archive.db"), "k1");
  EXPECT_NE(failure_of(folder.file("archive.db")).find("another scan"), std::string::npos);
}

TEST(Claims, OfTwoFilesWithTheSameContentOneIsRead) {
  const TemporaryFolder folder;
  Store store(folder.file("archive.db"), "k1");
  StoreReader reader(folder.file("archive.db"), "k1");
  Claims claims(reader);
  Claims::Answer first = claims.claim("aa");
  ASSERT_TRUE(first.promise);
  const Claims::Answer second = claims.claim("aa");
  EXPECT_FALSE(second.promise);
  EXPECT_FALSE(second.document);
  first.promise->set_value(std::make_shared<const KeptDocument>(sample()));
  EXPECT_EQ(second.result.get()->words, 120);
  store.save(file("/a", "1", "aa"), store.begin_run("1"), *second.result.get());
  claims.forget("aa");
  EXPECT_TRUE(claims.claim("aa").document);
}

}  // namespace
}  // namespace onus
