#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "serving/service.h"

namespace onus {

struct HttpOptions {
  std::string certificate;  // PEM files for TLS; both empty: without
  std::string key;
  // For a whole request to come, for a reply to be taken, and for the next request on the same connection.
  std::chrono::milliseconds timeout{20'000};
  std::size_t connections = 2'000;  // more are closed at once
};

// The one place that knows the HTTP library. A connection may send one request after another. All of them
// are waited for together, so slow and dead ones keep nobody else waiting; texts are read by threads of their
// own. What is too long is refused, what is too slow is cut off.
class HttpServer {
 public:
  // `log` gets one line for each request: which interface, status, milliseconds and bytes, and nothing of
  // what was sent. Throws Failure where the certificate or key can't be used.
  HttpServer(Service& service, const HttpOptions& options, std::function<void(const std::string&)> log);
  ~HttpServer();

  // Port 0 takes any that is free. Gives the port; throws Failure.
  int bind(const std::string& address, int port);
  // Until stop(), which may be called from any thread; what has begun is answered first.
  void run();
  void stop();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace onus
