#include "archive/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

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
  return {path, stamp, content, "", {}, std::nullopt};
}

std::int64_t count(const std::string& path, const std::string& sql) {
  Database database(path, Database::Access::read);
  return database.number(sql);
}

TEST(Store, ADocumentIsKeptOnceForAllFilesThatHoldIt) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  Store store(path, {"k1", "60 1024"});
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
    Store store(path, {"k1", "60 1024"});
    store.save(file("/a", "1", "aa"), store.begin_run("1"), sample());
  }
  Store store(path, {"k2", "60 1024"});
  EXPECT_FALSE(store.unchanged("/a", "1"));
  EXPECT_FALSE(store.document("aa"));
  const std::int64_t run = store.begin_run("1");
  store.save(file("/a", "1", "aa"), run, sample());
  EXPECT_EQ(count(path, "SELECT count(*) FROM documents"), 2);
  store.end_run(run, {1, 1, 0, 0}, {}, 0);
  EXPECT_EQ(count(path, "SELECT count(*) FROM documents"), 1);
  EXPECT_EQ(count(path, "SELECT count(*) FROM findings"), 2);
}

TEST(Store, WhatCanNotBeReadIsARowWithItsReason) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  Store store(path, {"k1", "60 1024"});
  const std::int64_t run = store.begin_run("1");
  store.save(file("/a", "1", "aa"), run, keep_unreadable("is a picture"));
  store.save_unopened({"/b", "", std::nullopt, "may not be opened", {}, std::nullopt}, run);
  EXPECT_EQ(count(path, "SELECT count(*) FROM unreadable"), 2);
  EXPECT_EQ(store.unreadable(*store.document("aa")), "is a picture");
  EXPECT_EQ(store.unchanged("/a", "1")->unreadable, "is a picture");
  EXPECT_FALSE(store.unchanged("/b", ""));
}

TEST(Store, OnlyItsOwnerReadsIt) {
  const TemporaryFolder folder;
  const mode_t before = umask(0);
  {
    Store store(folder.file("archive.db"), {"k1", "60 1024"});
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
    const Store store(path, {"k1", "60 1024"});
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
  { const Store store(folder.file("newer.db"), {"k1", "60 1024"}); }
  Database(folder.file("newer.db"), Database::Access::write).execute("PRAGMA user_version = 99");
  EXPECT_NE(failure_of(folder.file("newer.db")).find("another version"), std::string::npos);
  EXPECT_NE(failure_of(folder.file("no/such/folder.db")).find("can't be made"), std::string::npos);
}

// What the first version had is kept, and what it lacked is there.
TEST(Store, AnOlderStoreIsBroughtUpToDate) {
  const TemporaryFolder folder;
  const std::string path = folder.file("old.db");
  {
    Store store(path, {"k1", "60 1024"});
    store.save(file("/a", "1", "aa"), store.begin_run("1"), sample());
  }
  Database(path, Database::Access::write).execute(R"(
    DROP TABLE metadata; DROP TABLE properties; DROP TABLE texts; DROP TABLE about;
    DROP INDEX files_of_container; ALTER TABLE files DROP COLUMN container; DROP TABLE containers;
    ALTER TABLE runs DROP COLUMN reading_seconds; ALTER TABLE runs DROP COLUMN analysis_seconds;
    ALTER TABLE runs DROP COLUMN rules_seconds; ALTER TABLE runs DROP COLUMN store_seconds;
    ALTER TABLE runs DROP COLUMN prose_bytes; PRAGMA user_version = 1)");
  Store store(path, {"k1", "60 1024"});
  EXPECT_TRUE(store.unchanged("/a", "1"));
  EXPECT_EQ(count(path, "PRAGMA user_version"), 2);
  EXPECT_EQ(count(path, "SELECT count(*) FROM findings"), 2);
  EXPECT_EQ(count(path, "SELECT count(*) FROM metadata"), 0);
  EXPECT_EQ(count(path, "SELECT count(*) FROM runs WHERE prose_bytes IS NULL"), 1);
}

TEST(Store, OneScanAtATime) {
  const TemporaryFolder folder;
  const Store store(folder.file("archive.db"), {"k1", "60 1024"});
  EXPECT_NE(failure_of(folder.file("archive.db")).find("another scan"), std::string::npos);
}

// What a document says of itself counts where nothing else is known, and is the same for a file that is
// known.
TEST(Store, MetadataOfAFile) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  Store store(path, {"k1", "60 1024"});
  const std::int64_t run = store.begin_run("1");
  KeptDocument document = sample();
  document.properties = {{"created", "2021-03-04"}, {"area", "of the document"}};
  ScannedFile scanned = file("/a", "1", "aa");
  scanned.metadata = {{"area", "north"}};
  store.save(scanned, run, document);
  EXPECT_EQ(count(path, "SELECT count(*) FROM metadata WHERE file = 1"), 3);
  EXPECT_EQ(count(path, "SELECT count(*) FROM metadata WHERE field = 'area' AND value = 'north'"), 1);
  EXPECT_EQ(count(path, "SELECT count(*) FROM metadata WHERE field = 'date' AND value = '2021-03-04'"), 1);
  store.see_again({{*store.unchanged("/a", "1"), {{"date", "2020"}}}}, run);
  EXPECT_EQ(count(path, "SELECT count(*) FROM metadata WHERE field = 'area' AND value = 'north'"), 0);
  EXPECT_EQ(count(path, "SELECT count(*) FROM metadata WHERE field = 'date' AND value = '2020'"), 1);
}

// What went over a limit is known until there is another limit.
TEST(Store, LimitsOfTimeAndMemory) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  {
    Store store(path, {"k1", "60 1024"});
    store.save(file("/a", "1", "aa"), store.begin_run("1"), keep_unreadable("takes too long"), false);
    EXPECT_TRUE(store.unchanged("/a", "1"));
  }
  Store store(path, {"k1", "90 1024"});
  EXPECT_FALSE(store.unchanged("/a", "1"));
  EXPECT_FALSE(store.document("aa"));
}

TEST(Store, AContainerIsKnownWhenAllThatIsInItIs) {
  const TemporaryFolder folder;
  Store store(folder.file("archive.db"), {"k1", "60 1024"});
  const std::int64_t run = store.begin_run("1");
  const std::int64_t container = store.begin_container("/a.zip");
  ScannedFile member = file("/a.zip!/x.txt", "7", "aa");
  member.container = container;
  store.save(member, run, sample());
  EXPECT_FALSE(store.unchanged_container("/a.zip", "7"));
  store.finish_container(container, "7", 3, run);
  ASSERT_TRUE(store.unchanged_container("/a.zip", "7"));
  EXPECT_EQ(store.unchanged_container("/a.zip", "7")->members.front().path, "/a.zip!/x.txt");
  EXPECT_EQ(store.unchanged_container("/a.zip", "7")->others, 3);
  EXPECT_FALSE(store.unchanged_container("/a.zip", "8"));
}

TEST(Store, WithPseudonymsNothingElseIsWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.file("archive.db");
  const StoreSettings settings{"k1", "60 1024", Pseudonyms::with_key("a key of some bytes")};
  {
    Store store(path, settings);
    store.save(file("/a", "stamp", "content"), store.begin_run("1"), sample());
    EXPECT_TRUE(store.unchanged("/a", "stamp"));
    EXPECT_TRUE(store.document("content"));
    EXPECT_EQ(store.shown("/a").size(), 64U);
  }
  EXPECT_EQ(count(path, "SELECT count(*) FROM files WHERE path = '/a' OR stamp = 'stamp'"), 0);
  EXPECT_EQ(count(path, "SELECT count(*) FROM documents WHERE content = 'content' OR knowledge = 'k1'"), 0);
  EXPECT_EQ(count(path, "SELECT count(*) FROM findings WHERE fingerprint LIKE '0123456789abcdef%'"), 0);
  EXPECT_NE(failure_of(path).find("another key"), std::string::npos);
  EXPECT_TRUE(Store(path, settings).unchanged("/a", "stamp"));
  { const Store plain(folder.file("plain.db"), {"k1", "60 1024"}); }
}

TEST(Store, AStoreWithPathsGetsNoPseudonyms) {
  const TemporaryFolder folder;
  {
    Store store(folder.file("archive.db"), {"k1", "60 1024"});
    store.begin_run("1");
  }
  EXPECT_THROW(Store(folder.file("archive.db"), {"k1", "", Pseudonyms::with_key("a key of some bytes")}),
               Failure);
}

TEST(KeptDocument, NamesThatAMessageQuotesAreLeftOut) {
  EXPECT_EQ(keep_unreadable("holds only the attachment “Ms “A” Hart.docx”; look").problems[0].message,
            "holds only the attachment “…”; look");
  EXPECT_EQ(keep_unreadable("is a picture").problems[0].message, "is a picture");
}

}  // namespace
}  // namespace onus
