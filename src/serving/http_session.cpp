#include "serving/http_session.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <optional>
#include <type_traits>
#include <utility>

namespace onus {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = beast::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kHeaderBytes = 1 << 20;  // some clients send the text in the target
constexpr std::size_t kDroppedBytes = 64 << 20;  // of a request that is refused while it is still coming

constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";

using Plain = beast::tcp_stream;
using Secure = beast::ssl_stream<beast::tcp_stream>;
using Message = http::request<http::string_body>;

std::optional<std::string> header(const Message& message, http::field name) {
  const auto found = message.find(name);
  if (found == message.end()) return std::nullopt;
  return std::string(found->value());
}

HttpRequest request_from(Message&& message) {
  HttpRequest request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.host = header(message, http::field::host);
  request.origin = header(message, http::field::origin);
  request.authorization = header(message, http::field::authorization);
  request.has_user_agent = message.count(http::field::user_agent) > 0;
  request.body = std::move(message.body());
  return request;
}

std::string log_line(std::string_view target, const HttpReply& reply, Clock::duration time) {
  const std::string_view name = interface_of(target);
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
  return std::string(name.empty() ? "(none)" : name) + " " + std::to_string(reply.status) + " " +
         std::to_string(ms) + " ms " + std::to_string(reply.body.size()) + " bytes";
}

template <class Stream>
class Session : public HttpSession, public std::enable_shared_from_this<Session<Stream>> {
 public:
  template <class... Tls>
  Session(HttpSurroundings& around, std::function<void(HttpSession*)> ended, asio::ip::tcp::socket socket,
          Tls&... tls)
      : around_(around), ended_(std::move(ended)), stream_(std::move(socket), tls...) {}
  ~Session() override { ended_(this); }

  void start() override {
    if constexpr (std::is_same_v<Stream, Secure>) {
      patience();
      stream_.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](Error error) {
        if (!error) self->read();
      });
    } else {
      read();
    }
  }

  void wind_up(bool now) override {
    if (reading_ && (now || !begun_)) beast::get_lowest_layer(stream_).close();
  }

 private:
  void patience() { beast::get_lowest_layer(stream_).expires_after(around_.options.timeout); }

  void read() {
    parser_.emplace();
    parser_->header_limit(kHeaderBytes);
    parser_->body_limit(around_.service.limits().body_bytes);
    reading_ = true;
    begun_ = buffer_.size() > 0;
    patience();  // for the whole of it
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = this->shared_from_this()](Error error, std::size_t) { self->headed(error); });
  }

  void headed(Error error) {
    begun_ = true;
    if (error) return failed(error);
    arrived_ = Clock::now();
    if (!beast::iequals(parser_->get()[http::field::expect], "100-continue")) return read_body();
    asio::async_write(stream_, asio::buffer(kGoOn),
                      [self = this->shared_from_this()](Error failed, std::size_t) {
                        if (!failed) self->read_body();
                      });
  }

  void read_body() {
    http::async_read(stream_, buffer_, *parser_, [self = this->shared_from_this()](Error error, std::size_t) {
      self->reading_ = false;
      if (error) return self->failed(error);
      self->answer();
    });
  }

  // What isn't HTTP is told so; who is too slow or gone is not.
  void failed(Error error) {
    reading_ = false;
    if (error == http::error::end_of_stream || error == http::error::partial_message) return close();
    if (error.category() != make_error_code(http::error::bad_method).category()) return close();
    refused_ = true;
    head_ = false;
    const std::string most = std::to_string(around_.service.limits().body_bytes);
    if (error == http::error::body_limit)
      return write(error_reply(413, "the request is longer than " + most + " bytes"));
    if (error == http::error::header_limit)
      return write(error_reply(431, "the head of the request is too long"));
    write(error_reply(400, "this is not a request that can be understood"));
  }

  void answer() {
    Message message = parser_->release();
    keep_alive_ = message.keep_alive();
    head_ = message.method() == http::verb::head;
    version_ = message.version();
    target_ = std::string(message.target());
    HttpRequest request = request_from(std::move(message));
    if (!reads_text(request)) return write(around_.service.answer(request));
    const ServiceLimits& limits = around_.service.limits();
    const std::size_t most_at_work = std::size_t{limits.at_a_time} + limits.waiting;
    if (around_.at_work >= most_at_work) return write(busy_reply(request.origin));
    ++around_.at_work;
    const auto taken =
        std::make_shared<std::atomic<bool>>(false);  // by a reader or, waited for in vain, by us
    waiting_.expires_after(limits.patience);
    waiting_.async_wait([self = this->shared_from_this(), taken, origin = request.origin](Error error) {
      if (!error && !taken->exchange(true)) self->write(busy_reply(origin));
    });
    give_to_reader(std::move(request), taken);
  }

  // Comes back to the session's own thread in any case, as that has to be the one where it ends.
  void give_to_reader(HttpRequest request, std::shared_ptr<std::atomic<bool>> taken) {
    asio::post(around_.readers,
               [self = this->shared_from_this(), request = std::move(request), taken = std::move(taken),
                work = asio::make_work_guard(stream_.get_executor())]() mutable {
                 std::optional<HttpReply> reply;
                 if (!taken->exchange(true)) reply = self->around_.service.answer(request);
                 const auto back = work.get_executor();
                 asio::post(back, [self = std::move(self), reply = std::move(reply)]() mutable {
                   --self->around_.at_work;
                   if (!reply) return;
                   self->waiting_.cancel();
                   self->write(std::move(*reply));
                 });
               });
  }

  void write(HttpReply reply) {
    around_.log(log_line(target_, reply, Clock::now() - arrived_));
    keep_alive_ = keep_alive_ && !refused_ && !around_.stopping;
    response_ = {};
    response_.result(static_cast<unsigned>(reply.status));
    response_.version(version_);
    response_.keep_alive(keep_alive_);
    for (const auto& [name, value] : reply.headers) response_.insert(name, value);
    response_.set(http::field::cache_control, "no-store");
    response_.set("X-Content-Type-Options", "nosniff");
    if (reply.status != 204) {
      response_.set(http::field::content_type, reply.type);
      response_.content_length(reply.body.size());
      if (!head_) response_.body() = std::move(reply.body);
    }
    patience();
    http::async_write(stream_, response_, [self = this->shared_from_this()](Error error, std::size_t) {
      if (error) return;
      if (self->refused_) return self->drop();
      if (!self->keep_alive_ || self->around_.stopping) return self->close();
      self->read();
    });
  }

  // A client that is still sending would not hear why it was refused if the connection were closed on it.
  void drop() {
    Error ignored;
    beast::get_lowest_layer(stream_).socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    dropped_.resize(65'536);
    beast::get_lowest_layer(stream_).async_read_some(
        asio::buffer(dropped_), [self = this->shared_from_this()](Error error, std::size_t count) {
          self->dropped_bytes_ += count;
          if (!error && self->dropped_bytes_ < kDroppedBytes) self->drop();
        });
  }

  void close() {
    if constexpr (std::is_same_v<Stream, Secure>) {
      patience();
      stream_.async_shutdown([self = this->shared_from_this()](Error) {});
    } else {
      Error ignored;
      stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    }
  }

  HttpSurroundings& around_;
  std::function<void(HttpSession*)> ended_;
  Stream stream_;
  asio::steady_timer waiting_{stream_.get_executor()};  // for a reader
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  http::response<http::string_body> response_;
  std::string target_;
  Clock::time_point arrived_ = Clock::now();
  std::string dropped_;
  std::size_t dropped_bytes_ = 0;
  unsigned version_ = 11;
  bool keep_alive_ = false;
  bool head_ = false;
  bool refused_ = false;
  bool reading_ = false;  // a request is waited for
  bool begun_ = false;    // and some of it has come
};

}  // namespace

std::shared_ptr<HttpSession> make_session(asio::ip::tcp::socket socket, HttpSurroundings& around,
                                          asio::ssl::context* tls, std::function<void(HttpSession*)> ended) {
  if (tls != nullptr)
    return std::make_shared<Session<Secure>>(around, std::move(ended), std::move(socket), *tls);
  return std::make_shared<Session<Plain>>(around, std::move(ended), std::move(socket));
}

}  // namespace onus
