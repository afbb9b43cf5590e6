#include "archive/file_stamp.h"

#include <sys/stat.h>

#include <cstdint>
#include <ctime>

namespace onus {
namespace {

// A file changed less than this before it was read may change again within the same tick of its clock.
constexpr std::int64_t kSettledNanoseconds = 2'000'000'000;

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

std::string stamp_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return "";
  return std::to_string(status.st_size) + "." + std::to_string(nanoseconds(status.st_mtim)) + "." +
         std::to_string(nanoseconds(status.st_ctim));
}

bool is_settled(const std::string& path) {
  struct stat status {};
  timespec now{};
  return stat(path.c_str(), &status) == 0 && clock_gettime(CLOCK_REALTIME, &now) == 0 &&
         nanoseconds(now) - nanoseconds(status.st_ctim) > kSettledNanoseconds;
}

}  // namespace onus
