#include "archive/metadata.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "archive/pseudonyms.h"
#include "archive/read_csv.h"
#include "archive/temporary_folder.h"
#include "text/failure.h"

namespace onus {
namespace {

std::string shown(const Metadata& fields) {
  std::string text;
  for (const auto& [field, value] : fields) text += (text.empty() ? "" : " ") + field + "=" + value;
  return text;
}

std::string matched(const std::string& pattern, const std::string& path) {
  const auto fields = PathPattern(pattern).match(path);
  return fields ? shown(*fields) : "no";
}

TEST(PathPattern, FieldsOutOfPaths) {
  const std::string usual = "{area}/{year}/*";
  EXPECT_EQ(matched(usual, "north/2021/a.docx"), "area=north year=2021");
  EXPECT_EQ(matched(usual, "north/2021/more/a.docx"), "area=north year=2021");
  EXPECT_EQ(matched(usual, "north/2021.zip!/a.docx"), "area=north year=2021.zip");
  EXPECT_EQ(matched("{area}/{year}.zip/*", "north/2021.zip!/in/a.docx"), "area=north year=2021");
  EXPECT_EQ(matched(usual, "north/a.docx"), "no");
  EXPECT_EQ(matched("**/{year}-*.docx", "a/b/2021-x.docx"), "year=2021");
  EXPECT_EQ(matched("**/{year}-*.docx", "a/b/2021-x.odt"), "no");
  EXPECT_EQ(matched("{team}_{date}.*", "Süd_2021-02-03.pdf"), "date=2021-02-03 team=Süd");
  EXPECT_EQ(matched("{team}_{date}.*", "west_3.2.21.pdf"), "no");
}

TEST(PathPattern, WhatIsNoPatternIsSaid) {
  for (const char* wrong : {"", "*/*", "{}/*", "{a b}/*", "{year}/{year}/*"})
    EXPECT_THROW(PathPattern{wrong}, Failure) << wrong;
}

TEST(ReadCsv, AsSpreadsheetsWriteIt) {
  const auto rows = read_csv("\xEF\xBB\xBFpath,\"a \"\"b\"\"\"\r\n\"x,\r\ny\",\r\n\r\nlast,end");
  ASSERT_TRUE(rows);
  const std::vector<std::vector<std::string>> expected{{"path", "a \"b\""}, {"x,\r\ny", ""}, {"last", "end"}};
  EXPECT_EQ(*rows, expected);
  EXPECT_EQ(read_csv("a;b\n1;2,5")->back().back(), "2,5");
  EXPECT_EQ(read_csv("a\tb\n1\t2")->back().back(), "2");
  EXPECT_FALSE(read_csv("a,\"b\nc"));
  EXPECT_TRUE(read_csv("")->empty());
}

TEST(Csv, IsReadFromFilesInTheEncodingsOfSpreadsheets) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "ratings.csv";
  folder.write("ratings.csv", "reader;item\r\nZo\xEB;plan\r\n");
  EXPECT_EQ(read_csv_file(file), (CsvTable{{"reader", "item"}, {"Zoë", "plan"}}));
  folder.write("ratings.csv", std::string("\xFF\xFE"
                                          "a\0,\0b\0\n\0",
                                          10));
  EXPECT_EQ(read_csv_file(file), (CsvTable{{"a", "b"}}));
  EXPECT_THROW(read_csv_file(folder.path() / "none.csv"), Failure);
  EXPECT_THROW(read_csv_file(folder.path()), Failure);
  folder.write("ratings.csv", "");
  EXPECT_THROW(read_csv_file(file), Failure);
}

TEST(MetadataTable, RowsFilesAndWhatDoesNotFit) {
  const TemporaryFolder folder;
  folder.write(
      "t.csv",
      "Path,Area,Date\nn/a.docx,north,2021-02\n/whole/b.txt,south,\nn/c.txt,,3/4/21\n,x,\nn/a.docx,east,\n"
      "mail.mbox!/3,west,2020\n");
  MetadataTable table = read_metadata_table(folder.file("t.csv"));
  EXPECT_EQ(table.complaints.size(), 3U);  // a date, a row without a path, a path again
  MetadataSources sources(PathPattern("{place}/*"), std::move(table));
  EXPECT_EQ(shown(sources.of("n/a.docx", "/whole/n/a.docx")), "area=north date=2021-02 place=n");
  EXPECT_EQ(shown(sources.of("b.txt", "/whole/b.txt")), "area=south");
  EXPECT_EQ(shown(sources.of("mail.mbox!/3", "/whole/mail.mbox!/3")), "area=west date=2020 place=mail.mbox");
  EXPECT_EQ(shown(sources.of("n/d.txt", "/whole/n/d.txt")), "place=n");
  EXPECT_EQ(sources.files_without_row(), 1);
  EXPECT_EQ(sources.unmatched(), 1);
  EXPECT_EQ(sources.rows_without_file(), std::vector<std::string>{"n/c.txt"});
}

TEST(MetadataTable, AYearIsADate) {
  MetadataSources sources(PathPattern("{year}/{month}/*"), std::nullopt);
  EXPECT_EQ(shown(sources.of("2021/3/a", "")), "date=2021-03 month=3 year=2021");
  EXPECT_EQ(shown(sources.of("2021/March/a", "")), "date=2021 month=March year=2021");
  EXPECT_EQ(shown(sources.of("old/3/a", "")), "month=3 year=old");
}

TEST(MetadataTable, WhatIsNoTableIsSaid) {
  const TemporaryFolder folder;
  folder.write("t.csv", "name,area\nx,y\n");
  EXPECT_THROW(read_metadata_table(folder.file("t.csv")), Failure);
  EXPECT_THROW(read_metadata_table(folder.file("none.csv")), Failure);
}

TEST(Pseudonyms, OneKeyOneName) {
  const Pseudonyms one = Pseudonyms::with_key("one key");
  EXPECT_EQ(one.of("path", "/a"), Pseudonyms::with_key("one key").of("path", "/a"));
  EXPECT_NE(one.of("path", "/a"), Pseudonyms::with_key("two key").of("path", "/a"));
  EXPECT_NE(one.of("path", "/a"), one.of("stamp", "/a"));
  EXPECT_NE(one.of("path", "/a"), one.of("path", "/b"));
  EXPECT_EQ(one.of("path", "/a").size(), 64U);
}

std::string refused(const std::string& file) {
  try {
    Pseudonyms{file};
    return "";
  } catch (const Failure& failure) {
    return failure.what();
  }
}

TEST(Pseudonyms, AKeyIsSecretAndLongEnough) {
  const TemporaryFolder folder;
  folder.write("key", "0123456789abcdef\n");
  chmod(folder.file("key").c_str(), 0600);
  EXPECT_EQ(refused(folder.file("key")), "");
  chmod(folder.file("key").c_str(), 0640);
  EXPECT_NE(refused(folder.file("key")).find("others may read"), std::string::npos);
  folder.write("short", "0123456789abcde\n");
  chmod(folder.file("short").c_str(), 0600);
  EXPECT_NE(refused(folder.file("short")).find("16 bytes"), std::string::npos);
  EXPECT_NE(refused(folder.file("none")).find("no such key file"), std::string::npos);
}

}  // namespace
}  // namespace onus
