// Asks a server on this machine for findings in paragraphs of one text, over and over, from many connections
// at once, and prints how many it answers in a second, how long an answer takes, and how much memory the
// server has.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Plan {
  std::uint16_t port = 0;
  std::string process;
  std::size_t requests = 0;
  std::size_t connections = 0;
  std::vector<std::string> bodies;
};

std::string percent_encoded(const std::string& text) {
  constexpr const char* kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) != 0) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kDigits[byte >> 4];
      encoded += kDigits[byte & 15];
    }
  }
  return encoded;
}

// The text in stretches of about so many bytes, cut between words.
std::vector<std::string> bodies_of(const std::string& text, std::size_t bytes) {
  std::vector<std::string> bodies;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.size(), at + bytes);
    while (end < text.size() && text[end] != ' ') ++end;
    bodies.push_back("language=en-GB&text=" + percent_encoded(text.substr(at, end - at)));
    at = end;
  }
  return bodies;
}

long resident_kb(const std::string& process) {
  std::ifstream status("/proc/" + process + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::strtol(line.c_str() + 6, nullptr, 10);
  return 0;
}

class Connection {
 public:
  explicit Connection(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("there is no server at this port");
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { close(socket_); }

  // Whether the answer was 200.
  bool ask(const std::string& body) {
    const std::string request =
        "POST /v2/check HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body;
    if (send(socket_, request.data(), request.size(), MSG_NOSIGNAL) < static_cast<ssize_t>(request.size()))
      throw std::runtime_error("the server hung up");
    std::size_t head = std::string::npos;
    while ((head = came_.find("\r\n\r\n")) == std::string::npos) receive();
    const std::size_t length = came_.find("Content-Length: ");
    const std::size_t whole = head + 4 + std::strtoul(came_.c_str() + length + 16, nullptr, 10);
    while (came_.size() < whole) receive();
    const bool good = came_.starts_with("HTTP/1.1 200");
    came_.erase(0, whole);
    return good;
  }

 private:
  void receive() {
    char buffer[65'536];
    const ssize_t count = recv(socket_, buffer, sizeof buffer, 0);
    if (count <= 0) throw std::runtime_error("the server hung up");
    came_.append(buffer, static_cast<std::size_t>(count));
  }

  int socket_;
  std::string came_;
};

struct Tally {
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> refused = 0;
  std::vector<float> milliseconds;  // of each request
};

void ask_on(const Plan& plan, Tally& tally) {
  Connection connection(plan.port);
  for (std::size_t i = tally.next++; i < plan.requests; i = tally.next++) {
    const auto begun = Clock::now();
    if (!connection.ask(plan.bodies[i % plan.bodies.size()])) ++tally.refused;
    tally.milliseconds[i] = std::chrono::duration<float, std::milli>(Clock::now() - begun).count();
  }
}

void watch(const Plan& plan, const Tally& tally) {
  constexpr std::size_t kLines = 10;
  for (std::size_t line = 1; line <= kLines; ++line) {
    while (tally.next < plan.requests * line / kLines)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::printf("after %zu requests: %ld KB resident\n", plan.requests * line / kLines,
                resident_kb(plan.process));
    std::fflush(stdout);
  }
}

int run(const Plan& plan) {
  Tally tally;
  tally.milliseconds.resize(plan.requests);
  const auto begun = Clock::now();
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < plan.connections; ++i)
    threads.emplace_back([&] {
      try {
        ask_on(plan, tally);
      } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        std::exit(1);
      }
    });
  watch(plan, tally);
  for (std::thread& thread : threads) thread.join();
  const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  std::sort(tally.milliseconds.begin(), tally.milliseconds.end());
  const auto at = [&](double part) {
    return static_cast<double>(
        tally.milliseconds[static_cast<std::size_t>(part * static_cast<double>(plan.requests - 1))]);
  };
  std::printf(
      "%zu requests from %zu connections: %.0f a second, median %.1f ms, p99 %.1f ms, most %.1f ms, %zu not "
      "answered with 200\n",
      plan.requests, plan.connections, static_cast<double>(plan.requests) / seconds, at(0.5), at(0.99),
      at(1.0), tally.refused.load());
  return tally.refused == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count != 7) {
    std::fprintf(stderr, "usage: onus-loading PORT PROCESS_ID REQUESTS CONNECTIONS BYTES TEXT_FILE\n");
    return 2;
  }
  std::ifstream in(words[6], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  Plan plan;
  plan.port = static_cast<std::uint16_t>(std::strtoul(words[1], nullptr, 10));
  plan.process = words[2];
  plan.requests = std::strtoul(words[3], nullptr, 10);
  plan.connections = std::strtoul(words[4], nullptr, 10);
  plan.bodies = bodies_of(text, std::strtoul(words[5], nullptr, 10));
  if (plan.bodies.empty() || plan.requests == 0) {
    std::fprintf(stderr, "there is nothing to ask\n");
    return 2;
  }
  try {
    return run(plan);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
