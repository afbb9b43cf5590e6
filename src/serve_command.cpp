#include <pthread.h>

#include <algorithm>
#include <csignal>
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

void check_address(const std::string& address) {
  if (!is_loopback(address))
    throw Failure("--address " + address +
                  ": only this machine can be served for now (127.0.0.1, ::1 or localhost); what others send "
                  "would travel unprotected");
}

ServiceLimits limits_from(const Options& options) {
  ServiceLimits limits;
  limits.body_bytes = options.max_size;
  limits.at_a_time =
      options.jobs > 0 ? std::min(options.jobs, 64U) : std::max(1U, std::thread::hardware_concurrency());
  return limits;
}

std::string url(const std::string& address, int port) {
  const bool is_six = address.find(':') != std::string::npos;
  return "http://" + (is_six ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

}  // namespace

ExitCode run_serve(const Options& options) {
  check_address(options.address);
  if (options.port < 0 || options.port > 65535) throw Failure("--port has to be from 0 to 65535");
  StopOnSignal stop;
  const Knowledge knowledge = load_knowledge(options.lexicons);
  Service service(knowledge, options.settings, limits_from(options));
  std::mutex lines;
  HttpServer server(service, [&](const std::string& line) {
    if (options.quiet) return;
    const std::lock_guard lock(lines);
    std::cerr << "onus: " << line << std::endl;
  });
  const int port = server.bind(options.address, options.port);
  std::cout << "onus: listening on " << url(options.address, port) << std::endl;
  stop.watch(server);
  server.run();
  return ExitCode::clean;
}

}  // namespace onus
