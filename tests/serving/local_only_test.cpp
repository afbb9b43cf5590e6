#include "serving/local_only.h"

#include <gtest/gtest.h>

namespace onus {
namespace {

TEST(LocalOnly, Hosts) {
  for (const char* host :
       {"127.0.0.1", "127.0.0.1:8081", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8081", "127.1.2.3:9"})
    EXPECT_TRUE(is_local_host(host)) << host;
  for (const char* host :
       {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1:", "localhost:x",
        "[::1", "::1", "192.168.1.2", "0.0.0.0", "[::]:8081", "localhost:123456"})
    EXPECT_FALSE(is_local_host(host)) << host;
}

TEST(LocalOnly, Origins) {
  for (const char* origin :
       {"http://localhost:8081", "http://127.0.0.1", "https://[::1]:1", "moz-extension://3f2a",
        "chrome-extension://abcd", "app://obsidian.md", "capacitor://localhost"})
    EXPECT_TRUE(is_trusted_origin(origin)) << origin;
  for (const char* origin : {"", "null", "http://evil.example", "https://localhost.evil.example",
                             "http://127.0.0.1@evil.example", "file://", "ftp://localhost", "localhost"})
    EXPECT_FALSE(is_trusted_origin(origin)) << origin;
}

TEST(LocalOnly, Addresses) {
  for (const char* address : {"127.0.0.1", "127.9.9.9", "::1", "localhost"})
    EXPECT_TRUE(is_loopback(address)) << address;
  for (const char* address : {"0.0.0.0", "::", "", "192.168.0.1", "128.0.0.1", "example.org"})
    EXPECT_FALSE(is_loopback(address)) << address;
}

}  // namespace
}  // namespace onus
