#include "language/model_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "text/failure.h"

namespace onus {
namespace {

class ModelFileTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::path(testing::TempDir()) /
            (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".model");
    write_model_file(path_, {{"first", "some bytes"}, {"second", std::string(1000, 'x')}});
  }
  void TearDown() override { std::filesystem::remove(path_); }

  std::string bytes() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void put(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

  void expect_failure(std::string_view says) const {
    try {
      ModelFile file(path_);
      FAIL() << "no failure";
    } catch (const Failure& failure) {
      const std::string message = failure.what();
      EXPECT_NE(message.find(says), std::string::npos) << message;
      EXPECT_EQ(message.find('\n'), std::string::npos);
      EXPECT_EQ(failure.code, ExitCode::usage);
    }
  }

  std::filesystem::path path_;
};

TEST_F(ModelFileTest, GivesItsSections) {
  const ModelFile file(path_);
  const auto section = file.section("first");
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(section.data()), section.size()), "some bytes");
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file.section("second").data()) % 64, 0U);
  EXPECT_FALSE(file.has("third"));
  EXPECT_THROW(file.section("third"), Failure);
}

TEST_F(ModelFileTest, SaysWhenItIsMissing) {
  std::filesystem::remove(path_);
  expect_failure("can't be opened");
}

TEST_F(ModelFileTest, SaysWhenItIsAnotherFile) {
  put("# A report\n");
  expect_failure("not a model");
  put("");
  expect_failure("can't be read");
}

TEST_F(ModelFileTest, FindsEveryChangedByte) {
  const std::string whole = bytes();
  for (std::size_t at = 16; at < whole.size(); at += 7) {
    if (at >= 32 && at < 64) continue;  // spare bytes of the header
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    put(damaged);
    EXPECT_THROW(ModelFile file(path_), Failure) << "byte " << at;
  }
}

TEST_F(ModelFileTest, FindsMissingBytes) {
  const std::string whole = bytes();
  for (std::size_t size = 1; size < whole.size(); size += 13) {
    put(whole.substr(0, size));
    EXPECT_THROW(ModelFile file(path_), Failure) << size << " bytes";
  }
}

}  // namespace
}  // namespace onus
