#include "archive/containers.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>

#include "archive/mailbox.h"
#include "archive/temporary_folder.h"

namespace onus {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

void write_zip(const std::string& path, const Files& files, const char* password = nullptr) {
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : files) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (password != nullptr)
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
  }
  ASSERT_EQ(zip_close(archive), 0);
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// "name: content" or "name! why", one a member.
std::vector<std::string> all_in(const std::string& path, NameKind kind, ContainerLimits limits = {}) {
  ContainerReader reader(limits);
  std::vector<std::string> lines;
  for (const Member& member : reader.list(path, kind).members) {
    try {
      lines.push_back(member.problem.empty() ? member.name + ": " + reader.read(path, member.route)
                                             : member.name + "! " + member.problem);
    } catch (const Closed& why) {
      lines.push_back(member.name + "! " + why.what());
    }
  }
  return lines;
}

const std::string kMail =
    "From a@b.org Mon Jan  6 09:00:00 2020\nFrom: A <a@b.org>\n\nFirst.\n\n>From here on.\n\nFrom now on he "
    "asks "
    "at 10:00 in 2020.\nNot a header.\n\nFrom - Tue Jan  7 10:00:00 2020\nFrom: C <c@d.org>\n\nSecond.\n";

TEST(Containers, AZipWithFolders) {
  const TemporaryFolder folder;
  write_zip(folder.file("a.zip"), {{"in/b.txt", "B"},
                                   {"a.docx", "A"},
                                   {"a.docx.png", ""},
                                   {"__MACOSX/._a.docx", ""},
                                   {".hidden/c.txt", ""},
                                   {"bad\nname.txt", "C"},
                                   {"~$a.docx", ""}});
  EXPECT_EQ(all_in(folder.file("a.zip"), NameKind::zip),
            (std::vector<std::string>{"in/b.txt: B", "a.docx: A", "bad?name.txt: C"}));
  EXPECT_EQ(ContainerReader().list(folder.file("a.zip"), NameKind::zip).others, 1);
}

TEST(Containers, OneInAnother) {
  const TemporaryFolder folder;
  std::string inner = "x";
  for (int depth = 0; depth < 4; ++depth) {
    write_zip(folder.file("in.zip"),
              {{"t.txt", std::to_string(depth)}, {"m.mbox", kMail}, {"in.zip", inner}});
    inner = bytes_of(folder.file("in.zip"));
  }
  const std::vector<std::string> lines = all_in(folder.file("in.zip"), NameKind::zip);
  ASSERT_EQ(lines.size(), 9U);
  EXPECT_EQ(lines[0], "t.txt: 3");
  EXPECT_TRUE(lines[2].starts_with("m.mbox!/2: From - Tue")) << lines[2];
  EXPECT_EQ(lines[3], "in.zip!/t.txt: 2");
  EXPECT_EQ(lines[6], "in.zip!/in.zip!/t.txt: 1");
  EXPECT_TRUE(lines[7].starts_with("in.zip!/in.zip!/m.mbox! lies too deep")) << lines[7];
  EXPECT_TRUE(lines[8].starts_with("in.zip!/in.zip!/in.zip! lies too deep")) << lines[8];
}

TEST(Containers, WhatCanNotBeReadIsSaid) {
  const TemporaryFolder folder;
  write_zip(folder.file("locked.zip"), {{"a.txt", "secret"}}, "password");
  EXPECT_TRUE(all_in(folder.file("locked.zip"), NameKind::zip)[0].starts_with("a.txt! is protected"));
  folder.write("damaged.zip", "PK\3\4 and nothing that a zip has");
  EXPECT_THROW(ContainerReader().list(folder.file("damaged.zip"), NameKind::zip), Closed);
  EXPECT_THROW(ContainerReader().list(folder.file("none.zip"), NameKind::zip), Closed);
  folder.write("no.mbox", "Dear all,\n\nFrom the team.\n");
  EXPECT_THROW(ContainerReader().list(folder.file("no.mbox"), NameKind::mailbox), Closed);
  folder.write("empty.mbox", "");
  EXPECT_THROW(ContainerReader().list(folder.file("empty.mbox"), NameKind::mailbox), Closed);
  EXPECT_THROW(ContainerReader().list(folder.file("none.mbox"), NameKind::mailbox), Closed);
}

TEST(Containers, WhatUnpacksToMuchMoreIsNotReadToItsEnd) {
  const TemporaryFolder folder;
  write_zip(folder.file("bomb.zip"), {{"a.txt", std::string(std::size_t{8} << 20, 'a')}, {"b.txt", "B"}});
  const std::vector<std::string> lines = all_in(folder.file("bomb.zip"), NameKind::zip);
  EXPECT_TRUE(lines[0].starts_with("a.txt! unpacks to far more")) << lines[0].substr(0, 80);
  EXPECT_EQ(lines[1], "b.txt: B");
  ContainerLimits small;
  small.member_bytes = 100;
  write_zip(folder.file("large.zip"), {{"a.txt", std::string(1000, 'a')}});
  EXPECT_TRUE(all_in(folder.file("large.zip"), NameKind::zip, small)[0].starts_with("a.txt! is too large"));
}

TEST(Containers, NamesAreToldApart) {
  const TemporaryFolder folder;
  write_zip(folder.file("a.zip"), {{"a\tb.txt", "1"}, {"a\nb.txt", "2"}});
  EXPECT_EQ(all_in(folder.file("a.zip"), NameKind::zip),
            (std::vector<std::string>{"a?b.txt: 1", "a?b.txt (2): 2"}));
}

TEST(Containers, ADocumentUnderTheNameOfAZip) {
  const TemporaryFolder folder;
  write_zip(folder.file("a.zip"), {{"[Content_Types].xml", ""}, {"word/document.xml", ""}});
  EXPECT_TRUE(ContainerReader().list(folder.file("a.zip"), NameKind::zip).is_document);
}

TEST(Mailbox, MessagesBeginWithASenderAndATime) {
  const std::vector<MessagePlace> places = messages_in(kMail, 10);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].at, 0U);
  EXPECT_EQ(places[0].size + places[1].size, kMail.size());
  const std::string first = unquoted_message(std::string_view(kMail).substr(0, places[0].size));
  EXPECT_NE(first.find("\nFrom here on.\n"), std::string::npos);
  EXPECT_NE(first.find("From now on"), std::string::npos);
  EXPECT_EQ(messages_in(kMail, 1).size(), 1U);
  EXPECT_TRUE(messages_in("", 10).empty());
}

TEST(Mailbox, LineEndsOfWindows) {
  std::string mail = kMail;
  for (std::size_t at = 0; (at = mail.find('\n', at)) != std::string::npos; at += 2)
    mail.replace(at, 1, "\r\n");
  EXPECT_EQ(messages_in(mail, 10).size(), 2U);
}

}  // namespace
}  // namespace onus
