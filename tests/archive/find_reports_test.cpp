#include "archive/find_reports.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "archive/temporary_folder.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names(const FoundReports& found, const fs::path& under) {
  std::vector<std::string> list;
  for (const FoundFile& file : found.files) {
    list.push_back(fs::path(file.path).lexically_relative(under).string());
    EXPECT_EQ(list.back(), file.below_root());
  }
  return list;
}

TEST(FindReports, DocumentsInAllFoldersInAFixedOrder) {
  const TemporaryFolder folder;
  for (const char* name : {"b.docx", "a.txt", "C.DOCX", "in/deep/d.md", "in/e.pdf", "picture.png", "notes",
                           "mail.mbox", "old.ZIP", "~$b.docx", ".~lock.b.docx#", ".hidden/f.txt", ".g.txt"})
    folder.write(name, "x");
  const FoundReports found = find_reports({folder.path().string()});
  EXPECT_EQ(names(found, folder.path()),
            (std::vector<std::string>{"C.DOCX", "a.txt", "b.docx", "in/deep/d.md", "in/e.pdf", "mail.mbox",
                                      "old.ZIP"}));
  EXPECT_EQ(found.files[5].kind, NameKind::mailbox);
  EXPECT_EQ(found.files[6].kind, NameKind::zip);
  EXPECT_EQ(found.others, 2);
  EXPECT_TRUE(found.missing.empty());
}

TEST(FindReports, AFileThatIsNamedIsTakenWhateverItsName) {
  const TemporaryFolder folder;
  folder.write("notes", "x");
  EXPECT_EQ(find_reports({folder.file("notes")}).files.size(), 1U);
}

TEST(FindReports, WhatIsNamedTwiceIsReadOnce) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  const std::string path = folder.path().string();
  EXPECT_EQ(find_reports({path, path + "/in/", path + "/./in/a.txt"}).files.size(), 1U);
}

TEST(FindReports, WhatIsNotThereIsSaid) {
  const FoundReports found = find_reports({"/nowhere/at/all"});
  ASSERT_EQ(found.missing.size(), 1U);
  EXPECT_EQ(found.missing[0].source, "/nowhere/at/all");
}

TEST(FindReports, LinksThatGoRoundInARing) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  fs::create_directory_symlink(folder.path(), folder.path() / "in" / "round");
  EXPECT_EQ(find_reports({folder.path().string()}).files.size(), 1U);
}

}  // namespace
}  // namespace onus
