#include "archive/progress.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <ostream>
#include <sstream>

namespace onus {
namespace {

using namespace std::chrono_literals;

constexpr int kBarWidth = 20;

std::string clock_time(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
  std::ostringstream text;
  if (whole >= 3600) text << whole / 3600 << ':' << std::setfill('0') << std::setw(2);
  text << whole / 60 % 60 << ':' << std::setfill('0') << std::setw(2) << whole % 60;
  return text.str();
}

std::string counted(std::int64_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

}  // namespace

std::string progress_bar(double share, int width) {
  const int full = std::clamp(static_cast<int>(share * width), 0, width);
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(width - full), '-') + "]";
}

std::string progress_line(const ScanCounts& done, std::int64_t files, double rate) {
  std::ostringstream text;
  text << done.files << " of " << counted(files, "file", "files");
  if (rate > 0) {
    text << ", " << std::fixed << std::setprecision(1) << rate << " a second, "
         << clock_time(static_cast<double>(files - done.files) / rate) << " left";
  }
  text << ", " << counted(done.problems, "problem", "problems");
  return text.str();
}

Progress::Progress(std::ostream& out, bool terminal) : out_(out), terminal_(terminal) {}

Progress::~Progress() { clear(); }

void Progress::show(const ScanCounts& done, std::int64_t files) {
  const Clock::time_point now = Clock::now();
  if (now - shown_ < (terminal_ ? Clock::duration(100ms) : Clock::duration(10s))) return;
  shown_ = now;
  const std::string line = progress_line(done, files, rate(now, done.files));
  clear();
  if (terminal_) {
    out_ << progress_bar(static_cast<double>(done.files) / static_cast<double>(files), kBarWidth) << " "
         << line << std::flush;
    drawn_ = true;
  } else {
    out_ << "onus: " << line << std::endl;
  }
}

double Progress::rate(Clock::time_point now, std::int64_t files) {
  while (moments_.size() > 1 && now - moments_[1].time > 30s) moments_.pop_front();
  const Moment from = moments_.front();
  if (now - moments_.back().time > 1s) moments_.push_back({now, files});
  const double seconds = std::chrono::duration<double>(now - from.time).count();
  return seconds > 0 ? static_cast<double>(files - from.files) / seconds : 0;
}

void Progress::say(const std::string& line) {
  clear();
  out_ << line << std::endl;
}

void Progress::clear() {
  if (drawn_) out_ << "\r\x1B[K" << std::flush;
  drawn_ = false;
}

}  // namespace onus
