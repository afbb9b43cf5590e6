#include "serving/message_stream.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace onus {
namespace {

TEST(MessageStream, Frames) {
  std::istringstream in(
      "Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: x\r\n\r\n[1]Content-Length: 9\r\n\r\n{");
  EXPECT_EQ(read_message(in, 100), "{}");
  EXPECT_EQ(read_message(in, 100), "[1]");
  EXPECT_EQ(read_message(in, 100), std::nullopt);
  for (const char* broken : {"", "{}", "Content-Length: x\r\n\r\n{}", "Content-Length: -1\r\n\r\n",
                             "A: 1\r\n\r\n{}", "Content-Length: 101\r\n\r\n"}) {
    std::istringstream stream(broken);
    EXPECT_EQ(read_message(stream, 100), std::nullopt) << broken;
  }
}

TEST(MessageStream, HalfAPairIsOneUnit) {
  EXPECT_EQ(parse_message(R"({"a": "x\ud83dy"})")->at("a"), "x\xEF\xBF\xBDy");
  EXPECT_EQ(parse_message(R"({"a": "\ude00\ud83d\ude00"})")->at("a"), "\xEF\xBF\xBD😀");
  EXPECT_EQ(parse_message(R"({"a": "\\ud83d"})")->at("a"), "\\ud83d");
  EXPECT_EQ(parse_message("{oops"), std::nullopt);
}

TEST(MessageStream, Writes) {
  std::ostringstream out;
  MessageWriter(out).write({{"a", "é"}});
  EXPECT_EQ(out.str(), "Content-Length: 10\r\n\r\n{\"a\":\"é\"}");
}

}  // namespace
}  // namespace onus
