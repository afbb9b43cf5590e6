#include "serving/http_server.h"

// Debian's build of the library is the one whose layout these definitions, given by its pkg-config, match.
#include <httplib.h>
#include <sys/socket.h>

#include <chrono>
#include <cstring>
#include <exception>

#include "text/failure.h"

namespace onus {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// Connections are cheap and wait for slow clients; the service itself says how many texts are read at a time.
constexpr std::size_t kConnections = 64;
constexpr int kBacklog = 512;  // the library's own is 5
constexpr time_t kReadSeconds = 5;
constexpr auto kBodyDeadline = 20s;
constexpr std::size_t kLongestPath = 2'000;  // of the path alone; the library matches it by recursion

// A second server on a busy port has to fail, not to share it, which is what the library's own options do.
void set_socket_options(int socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

std::optional<std::string> header(const httplib::Request& request, const char* name) {
  if (!request.has_header(name)) return std::nullopt;
  return request.get_header_value(name);
}

HttpRequest request_from(const httplib::Request& from) {
  HttpRequest request;
  request.method = from.method;
  request.target = from.target;
  request.host = header(from, "Host");
  request.origin = header(from, "Origin");
  request.has_user_agent = from.has_header("User-Agent");
  return request;
}

void send(const HttpReply& reply, httplib::Response& response) {
  response.status = reply.status;
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  if (reply.status != 204) response.set_content(reply.body, reply.type);
}

HttpReply refusal(int status, const std::string& message) {
  HttpReply reply;
  reply.status = status;
  reply.body = "Error: " + message + "\n";
  return reply;
}

bool has_body(const httplib::Request& request) {
  return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

std::string log_line(const httplib::Request& request, const httplib::Response& response,
                     Clock::duration time) {
  const std::string_view name = interface_of(request.target);
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
  return std::string(name.empty() ? "(none)" : name) + " " + std::to_string(response.status) + " " +
         std::to_string(ms) + " ms " + std::to_string(response.body.size()) + " bytes";
}

// Gives the library's socket a longer queue of those who wait to be let in.
class LongQueueServer : public httplib::Server {
 public:
  void lengthen_queue() { ::listen(svr_sock_, kBacklog); }
};

}  // namespace

struct HttpServer::Implementation {
  Implementation(Service& the_service, std::function<void(const std::string&)> the_log)
      : service(the_service), log(std::move(the_log)) {
    server.new_task_queue = [] { return new httplib::ThreadPool(kConnections); };
    server.set_socket_options(set_socket_options);
    server.set_keep_alive_max_count(1);
    server.set_read_timeout(kReadSeconds);
    server.set_tcp_nodelay(true);
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      return first_look(request, response);
    });
    server.Post(".*", [this](const httplib::Request& request, httplib::Response& response,
                             const httplib::ContentReader& reader) { answer(request, response, &reader); });
    server.set_exception_handler(
        [](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
          send(refusal(500, "something went wrong that should not"), response);
        });
  }

  // Everything but POST is answered here, so that the library doesn't look for files or match patterns.
  httplib::Server::HandlerResponse first_look(const httplib::Request& request, httplib::Response& response) {
    using Looked = httplib::Server::HandlerResponse;
    if (request.path.size() > kLongestPath) {
      send(refusal(414, "the path is too long"), response);
      return Looked::Handled;
    }
    if (request.method == "POST") return Looked::Unhandled;
    answer(request, response, nullptr);
    return Looked::Handled;
  }

  void answer(const httplib::Request& from, httplib::Response& response,
              const httplib::ContentReader* reader) {
    const Clock::time_point begun = Clock::now();
    HttpRequest request = request_from(from);
    const int status = reader != nullptr && has_body(from) ? read_body(*reader, request.body) : 200;
    if (status == 200) {
      send(service.answer(request), response);
    } else {
      send(refusal(status, status == 413 ? "the request is longer than " +
                                               std::to_string(service.limits().body_bytes) + " bytes"
                                         : "the request did not come whole, or too slowly"),
           response);
    }
    log(log_line(from, response, Clock::now() - begun));
  }

  // 200 when it came whole. What is too long is read on for a while and dropped, as a client that is still
  // sending would not hear why it was refused.
  int read_body(const httplib::ContentReader& reader, std::string& body) const {
    const Clock::time_point deadline = Clock::now() + kBodyDeadline;
    const std::size_t limit = service.limits().body_bytes;
    std::size_t size = 0;
    const bool whole = reader([&](const char* bytes, std::size_t count) {
      size += count;
      if (size <= limit) body.append(bytes, count);
      return size <= 2 * limit && Clock::now() < deadline;
    });
    if (size > limit) return 413;
    return whole ? 200 : 408;
  }

  Service& service;
  std::function<void(const std::string&)> log;
  LongQueueServer server;
};

HttpServer::HttpServer(Service& service, std::function<void(const std::string&)> log)
    : implementation_(std::make_unique<Implementation>(service, std::move(log))) {}

HttpServer::~HttpServer() = default;

int HttpServer::bind(const std::string& address, int port) {
  LongQueueServer& server = implementation_->server;
  const int bound =
      port == 0 ? server.bind_to_any_port(address) : (server.bind_to_port(address, port) ? port : -1);
  if (bound < 0)
    throw Failure("can't listen on " + address + " port " + std::to_string(port) +
                  "; is another program there? --port 0 takes a free one");
  server.lengthen_queue();
  return bound;
}

void HttpServer::run() {
  if (!implementation_->server.listen_after_bind()) throw Failure("the server can't go on listening");
}

void HttpServer::stop() { implementation_->server.stop(); }

}  // namespace onus
