#pragma once

#include <functional>
#include <memory>

// Only http_server.cpp and http_session.cpp include this: it brings in the HTTP library.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include "serving/http_server.h"

namespace onus {

// One connection. Everything happens on the thread of its executor but the answering.
class HttpSession {
 public:
  virtual ~HttpSession() = default;
  virtual void start() = 0;
  // No further request; one that is being answered still is. With `now` what hasn't come whole is cut off.
  virtual void wind_up(bool now) = 0;
};

// What the sessions of a server share.
struct HttpSurroundings {
  Service& service;
  HttpOptions options;
  std::function<void(const std::string&)> log;
  boost::asio::thread_pool& readers;
  std::size_t at_work = 0;  // in `readers`, waiting ones too
  bool stopping = false;
};

// `tls` may be null. `ended` is called once, when the session is about to go.
std::shared_ptr<HttpSession> make_session(boost::asio::ip::tcp::socket, HttpSurroundings&,
                                          boost::asio::ssl::context* tls,
                                          std::function<void(HttpSession*)> ended);

}  // namespace onus
