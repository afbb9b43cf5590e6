#include "serving/http_server.h"

#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <unordered_map>

#include "serving/http_session.h"
#include "text/failure.h"

namespace onus {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
using namespace std::chrono_literals;

constexpr auto kLastRequests = 3s;  // for what is still coming when the server is stopped

// Each connection is an open file, and what a process may have by default is little.
void allow_files(std::size_t count) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= count) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, count);
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::unique_ptr<asio::ssl::context> tls_from(const HttpOptions& options) {
  if (options.certificate.empty()) return nullptr;
  auto tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
  tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                   asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                   asio::ssl::context::no_tlsv1_1);
  Error error;
  tls->use_certificate_chain_file(options.certificate, error);
  if (error)
    throw Failure("--tls-cert " + options.certificate + ": this can't be used; a PEM file is needed");
  tls->use_private_key_file(options.key, asio::ssl::context::pem, error);
  if (error)
    throw Failure("--tls-key " + options.key +
                  ": this can't be used; the PEM file of the certificate's key is needed");
  return tls;
}

}  // namespace

struct HttpServer::Implementation {
  Implementation(Service& service, const HttpOptions& options, std::function<void(const std::string&)> log)
      : tls(tls_from(options)),
        readers(service.limits().at_a_time),
        around{service, options, std::move(log), readers},
        acceptor(io),
        pause(io) {
    allow_files(options.connections + 64);
  }

  void accept() {
    acceptor.async_accept([this](Error error, tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) return wait_a_little();
      if (sessions.size() < around.options.connections) welcome(std::move(socket));
      accept();
    });
  }

  // Where the machine has no room for another connection, asking again at once would keep it busy with that.
  void wait_a_little() {
    pause.expires_after(50ms);
    pause.async_wait([this](Error) {
      if (acceptor.is_open()) accept();
    });
  }

  void welcome(tcp::socket socket) {
    Error ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto session = make_session(std::move(socket), around, tls.get(),
                                      [this](HttpSession* gone) { sessions.erase(gone); });
    sessions.emplace(session.get(), session);
    session->start();
  }

  void wind_up(bool now) {
    const auto copy = sessions;
    for (const auto& [address, weak] : copy)
      if (const auto session = weak.lock()) session->wind_up(now);
  }

  void stop() {
    if (around.stopping) return;
    around.stopping = true;
    Error ignored;
    acceptor.close(ignored);
    wind_up(false);
    pause.expires_after(kLastRequests);
    pause.async_wait([this](Error error) {
      if (!error) wind_up(true);
    });
    asio::post(io, [this] { if_all_gone(); });
  }

  // The timer must not keep a server alive that has nothing left to do.
  void if_all_gone() {
    if (sessions.empty()) {
      pause.cancel();
      return;
    }
    auto again = std::make_shared<asio::steady_timer>(io, 20ms);
    again->async_wait([this, again](Error) { if_all_gone(); });
  }

  std::unique_ptr<asio::ssl::context> tls;
  std::unordered_map<HttpSession*, std::weak_ptr<HttpSession>> sessions;  // outlives what is in `io`
  asio::thread_pool readers;
  HttpSurroundings around;
  asio::io_context io{1};
  tcp::acceptor acceptor;
  asio::steady_timer pause;
};

HttpServer::HttpServer(Service& service, const HttpOptions& options,
                       std::function<void(const std::string&)> log)
    : implementation_(std::make_unique<Implementation>(service, options, std::move(log))) {}

HttpServer::~HttpServer() { implementation_->readers.join(); }

int HttpServer::bind(const std::string& address, int port) {
  Error error;
  const auto ip = asio::ip::make_address(address == "localhost" ? "127.0.0.1" : address, error);
  if (error) throw Failure("--address " + address + ": expected an IP address such as 127.0.0.1");
  tcp::acceptor& acceptor = implementation_->acceptor;
  const tcp::endpoint endpoint(ip, static_cast<std::uint16_t>(port));
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(tcp::acceptor::max_listen_connections, error);
  if (error)
    throw Failure("can't listen on " + address + " port " + std::to_string(port) +
                  "; is another program there? --port 0 takes a free one");
  return acceptor.local_endpoint().port();
}

void HttpServer::run() {
  implementation_->accept();
  implementation_->io.run();
}

void HttpServer::stop() {
  asio::post(implementation_->io, [this] { implementation_->stop(); });
}

}  // namespace onus
