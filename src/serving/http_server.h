#pragma once

#include <functional>
#include <memory>
#include <string>

#include "serving/service.h"

namespace onus {

// The one place that knows the HTTP library. Each connection takes one request; a body that is too long or
// too slow is cut off.
class HttpServer {
 public:
  // `log` gets one line for each request: which interface, status, milliseconds and bytes, and nothing of
  // what was sent. From any thread.
  HttpServer(Service& service, std::function<void(const std::string&)> log);
  ~HttpServer();

  // Port 0 takes any that is free. Gives the port; throws Failure.
  int bind(const std::string& address, int port);
  // Until stop(), which may be called from any thread; what has begun is answered first. Throws Failure.
  void run();
  void stop();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace onus
