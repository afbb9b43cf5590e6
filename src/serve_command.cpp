#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>

#include "commands.h"
#include "serving/http_server.h"
#include "serving/local_only.h"
#include "text/failure.h"

namespace onus {
namespace {

// Waits for SIGTERM or SIGINT and then stops the server. To be made before any other thread, so that all
// leave the signals to this one.
class StopOnSignal {
 public:
  StopOnSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  ~StopOnSignal() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
  }
  void watch(HttpServer& server) {
    thread_ = std::thread([this, &server] {
      int signal = 0;
      sigwait(&signals_, &signal);
      server.stop();
    });
  }

 private:
  sigset_t signals_{};
  std::thread thread_;
};

// What others send would travel unprotected, and anybody could ask.
void check_address(const Options& options) {
  if (options.tls_certificate.empty() != options.tls_key.empty())
    throw Failure("--tls-cert and --tls-key need each other");
  if (is_loopback(options.address)) return;
  if (options.tls_certificate.empty() || options.token_file.empty())
    throw Failure("--address " + options.address +
                  ": other machines are served only with --tls-cert, --tls-key and --token-file");
}

// The first line of the file.
std::string token_from(const std::string& file) {
  if (file.empty()) return "";
  constexpr std::size_t kShortest = 16;
  std::ifstream in(file);
  std::string token;
  if (!in || !std::getline(in, token)) throw Failure("--token-file " + file + ": it can't be read");
  while (token.ends_with('\r') || token.ends_with(' ')) token.pop_back();
  if (token.size() < kShortest)
    throw Failure("--token-file " + file +
                  ": a token has at least 16 characters (openssl rand -hex 32 makes one)");
  return token;
}

HttpOptions http_options(const Options& options) {
  if (options.timeout < 1 || options.timeout > 3600)
    throw Failure("--timeout has to be from 1 to 3600 seconds");
  HttpOptions http;
  http.certificate = options.tls_certificate;
  http.key = options.tls_key;
  http.timeout = std::chrono::seconds(options.timeout);
  return http;
}

ServiceLimits limits_from(const Options& options) {
  ServiceLimits limits;
  limits.body_bytes = options.max_size;
  limits.at_a_time =
      options.jobs > 0 ? std::min(options.jobs, 64U) : std::max(1U, std::thread::hardware_concurrency());
  return limits;
}

std::string url(const Options& options, int port) {
  const std::string& address = options.address;
  const std::string scheme = options.tls_certificate.empty() ? "http://" : "https://";
  const bool is_six = address.find(':') != std::string::npos;
  return scheme + (is_six ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

}  // namespace

ExitCode run_serve(const Options& options) {
  check_address(options);
  const std::string token = token_from(options.token_file);
  if (options.port < 0 || options.port > 65535) throw Failure("--port has to be from 0 to 65535");
  StopOnSignal stop;
  const Knowledge knowledge = load_knowledge(options.lexicons);
  Service service(knowledge, options.settings, limits_from(options), token);
  std::mutex lines;
  HttpServer server(service, http_options(options), [&](const std::string& line) {
    if (options.quiet) return;
    const std::lock_guard lock(lines);
    std::cerr << "onus: " << line << std::endl;
  });
  const int port = server.bind(options.address, options.port);
  std::cout << "onus: listening on " << url(options, port) << std::endl;
  stop.watch(server);
  server.run();
  return ExitCode::clean;
}

}  // namespace onus
