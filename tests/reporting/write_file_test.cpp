#include "reporting/write_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "text/failure.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

class WriteFile : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  static std::string read(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  static std::function<void(std::ostream&)> words(const std::string& text) {
    return [text](std::ostream& out) { out << text; };
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_ = fs::temp_directory_path() / ("onus-write-" + std::to_string(::getpid()));
};

TEST_F(WriteFile, ReplacesTheOldFileWithTheWholeNewOne) {
  const fs::path path = folder_ / "report.html";
  write_file(path, words("old"));
  fs::permissions(path, fs::perms(0640));
  write_file(path, words("new"));
  EXPECT_EQ(read(path), "new");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms(0640));
  EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, ANewFileIsItsOwnersOnly) {
  write_file(folder_ / "report.html", words("new"));
  EXPECT_EQ(fs::status(folder_ / "report.html").permissions(), fs::perms(0600));
}

TEST_F(WriteFile, LeavesTheOldFileWhenWritingFails) {
  const fs::path path = folder_ / "report.html";
  write_file(path, words("old"));
  EXPECT_THROW(write_file(path,
                          [](std::ostream& out) {
                            out << "half";
                            throw Failure("something else went wrong");
                          }),
               Failure);
  EXPECT_THROW(write_file(path, [](std::ostream& out) { out.setstate(std::ios::badbit); }), Failure);
  EXPECT_EQ(read(path), "old");
  EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, ALinkStaysALinkAndAPipeAPipe) {
  const fs::path file = folder_ / "file", link = folder_ / "link", pipe = folder_ / "pipe";
  write_file(file, words("old"));
  fs::create_symlink(file, link);
  write_file(link, words("new"));
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(read(file), "new");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::string got;
  std::thread reader([&] { got = read(pipe); });
  write_file(pipe, words("through"));
  reader.join();
  EXPECT_EQ(got, "through");
  EXPECT_TRUE(fs::is_fifo(pipe));
}

}  // namespace
}  // namespace onus
