#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linting/lint.h"

namespace onus {

// One request as it came, whole.
struct HttpRequest {
  std::string method;
  std::string target;  // path and query, as sent
  std::optional<std::string> host;
  std::optional<std::string> origin;
  std::optional<std::string> authorization;
  bool has_user_agent = false;
  std::string body;
};

struct HttpReply {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};
// Plain text: "Error: …".
HttpReply error_reply(int status, const std::string& message);

// Of texts some are read at a time, some wait and the others are sent away at once, as are those who have
// waited for so long: a client hears "busy" rather than nothing.
struct ServiceLimits {
  std::size_t body_bytes = 10'000'000;
  unsigned at_a_time = 2;
  unsigned waiting = 64;
  std::chrono::milliseconds patience{8'000};  // LibreOffice gives up after ten seconds
};

// Answers requests, from any number of threads: the LanguageTool protocol, so that word processors and
// editors that speak it show findings, and an interface of its own for whole documents (docs/server.md). An
// answer is either whole, with status 200, or a line of text with another: clients take a 200 for the last
// word, and some die of one that isn't whole. Nothing of a request is kept.
class Service {
 public:
  // With a token every request has to bring it, as "Authorization: Bearer …" or, for clients of the
  // LanguageTool protocol, as the parameter apiKey; without, only what is addressed to this machine is
  // answered.
  Service(const Knowledge& knowledge, Settings settings, const ServiceLimits& limits, std::string token = "");

  // Never throws.
  HttpReply answer(const HttpRequest&);

  const ServiceLimits& limits() const { return limits_; }

 private:
  HttpReply route(const HttpRequest&);
  void refuse_strangers(const HttpRequest&) const;
  HttpReply check(const HttpRequest&, std::string_view query);
  HttpReply lint_document(const HttpRequest&, std::string_view query, bool annotated);

  const Knowledge& knowledge_;
  Settings settings_;
  ServiceLimits limits_;
  std::string token_;
};

// That there is no room for another request of that origin now, and when to come again.
HttpReply busy_reply(const std::optional<std::string>& origin);

// Which interface a path means, by a name of ours that may be written into a log: "check", "languages",
// "healthcheck", "info", "maxtextlength", "lint", "annotate"; "" for none. Clients build paths from a base
// address with or without "/v2" and with or without a slash at its end, so doubled ones are the same.
std::string_view interface_of(std::string_view target);
// Whether a text is read for the answer, which takes a while; anything else is answered in no time.
bool reads_text(const HttpRequest&);

}  // namespace onus
