#include "serving/service.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reading/read.h"
#include "reading/readers.h"
#include "reporting/annotate.h"
#include "reporting/print_html.h"
#include "reporting/print_json.h"
#include "serving/bad_request.h"
#include "serving/check_reply.h"
#include "serving/check_request.h"
#include "serving/local_only.h"
#include "serving/request_form.h"
#include "text/closed_list.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr std::string_view kJson = "application/json; charset=utf-8";

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

std::string_view query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? "" : target.substr(mark + 1);
}

std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) steps.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return steps;
}

HttpReply plain(std::string text) {
  HttpReply reply;
  reply.body = std::move(text);
  return reply;
}

HttpReply json(const nlohmann::ordered_json& value) {
  HttpReply reply;
  reply.type = kJson;
  reply.body = value.dump();
  return reply;
}

HttpReply preflight() {
  HttpReply reply;
  reply.status = 204;
  reply.headers = {{"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
                   {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
                   {"Access-Control-Allow-Private-Network", "true"}};
  return reply;
}

// Takes as long whatever differs.
bool same_secret(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(a[i] ^ b[b.empty() ? 0 : i % b.size()]);
  return difference == 0;
}

bool brings(const HttpRequest& request, const std::string& token) {
  constexpr std::string_view kBearer = "Bearer ";
  if (request.authorization)
    return request.authorization->starts_with(kBearer) &&
           same_secret(std::string_view(*request.authorization).substr(kBearer.size()), token);
  const std::string_view query = query_of(request.target);
  const std::string_view body = interface_of(request.target) == "check" ? request.body : std::string_view();
  const Form form = parse_request(query, body, request.has_user_agent);
  const std::string* key = find(form, "apiKey");
  return key != nullptr && same_secret(*key, token);
}

void declare(std::vector<std::string>& names, const Form& form, const char* parameter) {
  if (const std::string* list = find(form, parameter))
    for (std::string& name : listed(*list))
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

Settings with_people(Settings settings, const Form& form) {
  declare(settings.people.perpetrators, form, "perpetrator");
  declare(settings.people.survivors, form, "survivor");
  declare(settings.people.children, form, "child");
  declare(settings.people.professionals, form, "professional");
  if (const std::string* kind = find(form, "kind")) {
    settings.kind = document_kind_from(*kind);
    if (!settings.kind) throw BadRequest(400, "there is no such kind of document");
  }
  return settings;
}

// What a whole document is answered with.
enum class Answer : std::uint8_t { json, page, copy };

Answer answer_asked(const Form& form) {
  const std::string* format = find(form, "format");
  if (format == nullptr || *format == "json") return Answer::json;
  if (*format == "html") return Answer::page;
  if (*format == "docx" || *format == "odt") return Answer::copy;
  throw BadRequest(400, "there is no such format; there are json, html, docx and odt");
}

bool says_yes(const Form& form, const char* parameter) {
  const std::string* value = find(form, parameter);
  if (value == nullptr || *value == "no") return false;
  if (*value == "yes") return true;
  throw BadRequest(400, std::string(parameter) + " is yes or no");
}

HttpReply page_reply(const Report& report) {
  std::ostringstream page;
  print_html(page, report, nullptr);
  HttpReply reply;
  reply.type = "text/html; charset=utf-8";
  reply.body = std::move(page).str();
  reply.headers = {{"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"}};
  return reply;
}

// Before anything is looked for in it.
void refuse_copy_of(Format format, const Form& form) {
  const std::string* wanted = find(form, "format");
  if (!can_annotate(format) || (wanted != nullptr && *wanted != name_of(format)))
    throw BadRequest(422, "comments can be written into .docx and .odt files only, each in its own format");
}

// With comments, in the document's own format.
HttpReply copy_reply(const std::string& file, const DocumentReport& document, bool track_changes) {
  const Format format = document.document.format;
  const bool packed = file.starts_with("PK");
  HttpReply reply;
  try {
    AnnotateOptions options;
    options.track_changes = track_changes;
    options.date = now_in_utc();
    reply.body = annotate(file, document, options).bytes;
  } catch (const Failure&) {  // its words have the name that the client gave
    throw BadRequest(422, "the document can't be given comments");
  }
  const std::string ending = format == Format::docx ? "docx" : packed ? "odt" : "fodt";
  reply.type = ending == "docx" ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
               : packed         ? "application/vnd.oasis.opendocument.text"
                                : "application/vnd.oasis.opendocument.text-flat-xml";
  reply.headers = {{"Content-Disposition", "attachment; filename=\"with-comments." + ending + "\""}};
  return reply;
}

}  // namespace

HttpReply error_reply(int status, const std::string& message) {
  HttpReply reply;
  reply.status = status;
  reply.body = "Error: " + message + "\n";
  return reply;
}

std::string_view interface_of(std::string_view target) {
  static constexpr std::array<std::string_view, 5> kLanguageTool{"check", "languages", "healthcheck", "info",
                                                                 "maxtextlength"};
  std::vector<std::string_view> steps = steps_of(path_of(target));
  if (steps == std::vector<std::string_view>{"api", "lint"}) return "lint";
  if (steps == std::vector<std::string_view>{"api", "annotate"}) return "annotate";
  while (steps.size() > 1 && steps.front() == "v2") steps.erase(steps.begin());
  if (steps.size() != 1) return "";
  const auto* found = std::find(kLanguageTool.begin(), kLanguageTool.end(), steps.front());
  return found == kLanguageTool.end() ? "" : *found;
}

bool reads_text(const HttpRequest& request) {
  const std::string_view name = interface_of(request.target);
  if (name == "check") return one_of(request.method, {"GET", "HEAD", "POST"});
  return request.method == "POST" && (name == "lint" || name == "annotate");
}

namespace {

void let_in(const std::optional<std::string>& origin, HttpReply& reply) {
  if (!origin || !is_trusted_origin(*origin)) return;
  reply.headers.emplace_back("Access-Control-Allow-Origin", *origin);
  reply.headers.emplace_back("Vary", "Origin");
}

}  // namespace

HttpReply busy_reply(const std::optional<std::string>& origin) {
  HttpReply reply = error_reply(503, "busy; try again in a moment");
  reply.headers = {{"Retry-After", "1"}};
  let_in(origin, reply);
  return reply;
}

void Service::refuse_strangers(const HttpRequest& request) const {
  if (request.origin && !is_trusted_origin(*request.origin))
    throw BadRequest(403, "pages from elsewhere may not use this server");
  if (token_.empty()) {
    if (!request.host || !is_local_host(*request.host))
      throw BadRequest(403, "this server answers to 127.0.0.1 and localhost only");
  } else if (request.method != "OPTIONS" && !brings(request, token_)) {
    throw BadRequest(401, "the token of this server is needed");
  }
}

Service::Service(const Knowledge& knowledge, Settings settings, const ServiceLimits& limits,
                 std::string token)
    : knowledge_(knowledge), settings_(std::move(settings)), limits_(limits), token_(std::move(token)) {}

HttpReply Service::answer(const HttpRequest& request) {
  HttpReply reply;
  try {
    refuse_strangers(request);
    reply = route(request);
  } catch (const BadRequest& bad) {
    reply = error_reply(bad.status, bad.what());
  } catch (const std::bad_alloc&) {
    reply = error_reply(503, "there is not enough memory for this text");
  } catch (const std::exception&) {  // its words may be of the text
    reply = error_reply(500, "something went wrong that should not; the text was not read");
  }
  let_in(request.origin, reply);
  return reply;
}

HttpReply Service::route(const HttpRequest& request) {
  if (request.body.size() > limits_.body_bytes)
    throw BadRequest(413, "the request is longer than " + std::to_string(limits_.body_bytes) + " bytes");
  const std::string_view name = interface_of(request.target);
  if (name.empty())
    throw BadRequest(
        404, "there is nothing here; there are /v2/check, /v2/languages, /api/lint and /api/annotate");
  if (request.method == "OPTIONS") return preflight();
  const bool is_get = request.method == "GET" || request.method == "HEAD";
  if (!is_get && request.method != "POST") throw BadRequest(405, "use GET or POST");
  if (name == "check") return check(request, query_of(request.target));
  if (name == "lint" || name == "annotate") {
    if (is_get) throw BadRequest(405, "use POST, with the document as the body");
    return lint_document(request, query_of(request.target), name == "annotate");
  }
  if (name == "languages") return json(languages_reply());
  if (name == "info") return json({{"software", software_block()}});
  if (name == "maxtextlength") return plain(std::to_string(limits_.body_bytes));
  return plain("OK");
}

HttpReply Service::check(const HttpRequest& request, std::string_view query) {
  const CheckRequest asked = check_request_from(parse_request(query, request.body, request.has_user_agent));
  if (!asked.language.english || asked.nothing) return json(empty_check_reply(asked));
  Document document = read_plain_text(asked.text.text, "text");
  return json(check_reply(asked, lint(std::move(document), settings_, knowledge_)));
}

HttpReply Service::lint_document(const HttpRequest& request, std::string_view query, bool annotated) {
  const Form form = parse_form(query);
  const Answer answer = annotated ? Answer::copy : answer_asked(form);
  const bool track_changes = says_yes(form, "track-changes");
  const bool include_text = says_yes(form, "include-text");
  const Settings settings = with_people(settings_, form);
  const std::string* name = find(form, "name");
  Reading reading = read_bytes(request.body, name == nullptr ? "document" : *name);
  if (const auto* problem = std::get_if<Problem>(&reading))
    throw BadRequest(422, "the document " + problem->message);
  auto document = std::get<Document>(std::move(reading));
  if (answer == Answer::copy) refuse_copy_of(document.format, form);
  Report report;
  report.documents.push_back(lint(std::move(document), settings, knowledge_));
  if (answer == Answer::copy) return copy_reply(request.body, report.documents.front(), track_changes);
  if (answer == Answer::page) return page_reply(report);
  return json(to_json(report, {include_text}));
}

}  // namespace onus
