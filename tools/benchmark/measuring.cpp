#include "measuring.h"

#include <ctime>
#include <fstream>
#include <sstream>

#include "text/failure.h"

namespace onus::benchmark {

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Failure(file.string() + ": can't be read");
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

}  // namespace onus::benchmark
