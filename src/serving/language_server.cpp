#include "serving/language_server.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "reporting/print_json.h"
#include "serving/editor_reply.h"
#include "serving/uri.h"
#include "text/failure.h"

namespace onus {
namespace {

using Json = nlohmann::json;

// Of JSON-RPC and the protocol.
constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kInternalError = -32603;
constexpr int kNotInitialized = -32002;
constexpr int kContentModified = -32801;
constexpr int kRequestCancelled = -32800;

constexpr const char* kConfigurationId = "onus/configuration";
constexpr const char* kReport = "onus.report";

std::string uri_in(const Json& params) { return params.at("textDocument").at("uri").get<std::string>(); }

// Of the same diagnostics in the same places, so an editor that has them needn't be sent them again.
std::string result_id(const Json& diagnostics) {
  return std::to_string(std::hash<std::string>{}(diagnostics.dump()));
}

}  // namespace

LanguageServer::LanguageServer(const Knowledge& knowledge, Surroundings around)
    : knowledge_(knowledge),
      around_(std::move(around)),
      texts_(knowledge, around_.most_bytes, [this](const OpenTexts::Review& review) { publish(*review); }) {}

void LanguageServer::take(const Json& message) {
  if (!message.is_object()) return take_broken();
  const auto method = message.find("method");
  const auto id = message.find("id");
  const bool is_request = id != message.end();
  if (method == message.end() || !method->is_string()) {
    if (is_request) answer_from_editor(message);
    return;
  }
  const Json params = message.value("params", Json());
  try {
    if (is_request) {
      request(method->get<std::string>(), *id, params);
    } else {
      notice(method->get<std::string>(), params);
    }
  } catch (const Json::exception&) {
    if (is_request) refuse(*id, kInvalidParams, "the parameters have another form than the protocol's");
  } catch (const std::exception&) {  // its words may be of the text
    if (is_request) refuse(*id, kInternalError, "something went wrong that should not");
  }
}

void LanguageServer::take_broken() { refuse(nullptr, kParseError, "this is no message"); }

void LanguageServer::request(const std::string& method, const Json& id, const Json& params) {
  if (method == "initialize") return initialize(id, params);
  if (stage_ == Stage::fresh) return refuse(id, kNotInitialized, "initialize comes first");
  if (stage_ == Stage::ending) return refuse(id, kInvalidRequest, "the server was told to shut down");
  if (method == "shutdown") {
    stage_ = Stage::ending;
    return reply(id, nullptr);
  }
  begin_progress(id, params);
  if (method == "textDocument/diagnostic") return diagnose(id, params);
  if (method == "workspace/diagnostic") return diagnose_all(id, params);
  if (method == "textDocument/codeAction")
    return when_read(id, uri_in(params), [this, params](const Reviewed& review) {
      return EditorReply(review, knowledge_.rules, client_).actions(params);
    });
  if (method == "textDocument/hover")
    return when_read(id, uri_in(params), [this, place = params.at("position")](const Reviewed& review) {
      return EditorReply(review, knowledge_.rules, client_).hover(place);
    });
  if (method == "workspace/executeCommand") return command(id, params);
  refuse(id, kMethodNotFound, "there is no such method here");
}

void LanguageServer::notice(const std::string& method, const Json& params) {
  if (method == "exit") {
    exit_code_ = stage_ == Stage::ending ? 0 : 1;
    return;
  }
  if (method == "$/cancelRequest") {
    const Json& id = params.at("id");
    if (texts_.forget(id.dump())) refuse(id, kRequestCancelled, "cancelled");
    return;
  }
  if (stage_ != Stage::running) return;
  if (method == "initialized") return initialized();
  if (method == "textDocument/didOpen") return open(params);
  if (method == "textDocument/didChange") return change(params);
  if (method == "textDocument/didClose") return close(params);
  if (method == "workspace/didChangeWatchedFiles") return reread_settings();
  if (method == "workspace/didChangeConfiguration") {
    const Json settings = params.is_object() ? params.value("settings", Json()) : Json();
    if (client_.has_configuration) return ask_for_configuration();
    if (settings.is_object()) configure(settings);
  }
}

void LanguageServer::initialize(const Json& id, const Json& params) {
  if (stage_ != Stage::fresh) return refuse(id, kInvalidRequest, "initialize comes once");
  stage_ = Stage::running;
  client_ = abilities_in(params.value("capabilities", Json::object()));
  texts_.set_encoding(client_.encoding);
  editor_ = editor_settings_from(params.value("initializationOptions", Json()));
  texts_.set_delay(editor_.delay);
  reply(id, initialize_result(client_));
}

void LanguageServer::initialized() {
  Json wishes = Json::array();
  if (client_.registers_settings)
    wishes.push_back({{"id", "settings"},
                      {"method", "workspace/didChangeConfiguration"},
                      {"registerOptions", {{"section", "onus"}}}});
  if (client_.registers_files)
    wishes.push_back({{"id", "files"},
                      {"method", "workspace/didChangeWatchedFiles"},
                      {"registerOptions", {{"watchers", {{{"globPattern", "**/.onus.yaml"}}}}}}});
  if (!wishes.empty()) ask("onus/register", "client/registerCapability", {{"registrations", wishes}});
  if (client_.has_configuration) ask_for_configuration();
}

void LanguageServer::ask_for_configuration() {
  ask(kConfigurationId, "workspace/configuration", {{"items", {{{"section", "onus"}}}}});
}

void LanguageServer::answer_from_editor(const Json& message) {
  if (message.at("id") != kConfigurationId) return;
  const Json result = message.value("result", Json());
  if (result.is_array() && !result.empty() && result.front().is_object()) configure(result.front());
}

void LanguageServer::configure(const Json& value) {
  editor_ = editor_settings_from(value);
  texts_.set_delay(editor_.delay);
  reread_settings();
}

void LanguageServer::reread_settings() {
  complaints_.clear();
  for (const std::string& uri : texts_.uris()) texts_.set_settings(uri, settings_for(uri));
  if (client_.pulls && client_.refreshes) ask("onus/refresh", "workspace/diagnostic/refresh", nullptr);
}

Settings LanguageServer::settings_for(const std::string& uri) {
  const auto file = file_of(uri);
  try {
    return with_editor(around_.settings_in(file ? std::optional(file->parent_path()) : std::nullopt),
                       editor_);
  } catch (const Failure& failure) {
    if (complaints_.insert(failure.what()).second)
      tell("window/showMessage", {{"type", 2}, {"message", "onus: " + std::string(failure.what())}});
  }
  return with_editor({}, editor_);
}

void LanguageServer::open(const Json& params) {
  const Json& text = params.at("textDocument");
  const auto uri = text.at("uri").get<std::string>();
  texts_.open(uri, text.value("languageId", "") == "markdown", text.value("version", std::int64_t{0}),
              text.at("text").get<std::string>(), settings_for(uri));
}

void LanguageServer::change(const Json& params) {
  const Json& text = params.at("textDocument");
  const Json version = text.value("version", Json());
  texts_.change(text.at("uri").get<std::string>(), version.is_number() ? version.get<std::int64_t>() : 0,
                [&](std::string& words) {
                  for (const Json& change : params.at("contentChanges"))
                    apply_change(words, change, client_.encoding);
                });
}

void LanguageServer::close(const Json& params) {
  const std::string uri = uri_in(params);
  texts_.close(uri);
  if (!client_.pulls) tell("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
}

void LanguageServer::command(const Json& id, const Json& params) {
  if (params.at("command") != kReport) return refuse(id, kInvalidParams, "there is only onus.report");
  const Json& first = params.at("arguments").at(0);
  when_read(id, first.get<std::string>(), [](const Reviewed& review) {
    // By way of text, as the one library type keeps the order of members and the other doesn't.
    return Json::parse(to_json(review.report, {}).dump());
  });
}

Json LanguageServer::diagnostics_of(const Reviewed& review, const std::string& known) const {
  Json items = EditorReply(review, knowledge_.rules, client_).diagnostics();
  const std::string name = result_id(items);
  if (name == known) return {{"kind", "unchanged"}, {"resultId", name}};
  return {{"kind", "full"}, {"resultId", name}, {"items", std::move(items)}};
}

void LanguageServer::diagnose(const Json& id, const Json& params) {
  when_read(id, uri_in(params),
            [this, known = params.value("previousResultId", std::string())](const Reviewed& review) {
              return diagnostics_of(review, known);
            });
}

// Of all texts that are open, once each has been read. One that the editor has results of and that is closed
// has none any more.
void LanguageServer::diagnose_all(const Json& id, const Json& params) {
  struct Gathered {
    std::mutex mutex;
    std::size_t awaited = 0;
    Json items = Json::array();
  };
  std::map<std::string, std::string> known;
  for (const Json& each : params.at("previousResultIds"))
    known[each.at("uri").get<std::string>()] = each.at("value").get<std::string>();
  const std::vector<std::string> uris = texts_.uris();
  const auto gathered = std::make_shared<Gathered>();
  gathered->awaited = uris.size();
  for (const auto& [uri, value] : known)
    if (std::find(uris.begin(), uris.end(), uri) == uris.end())
      gathered->items.push_back(
          {{"uri", uri}, {"version", nullptr}, {"kind", "full"}, {"items", Json::array()}});
  if (uris.empty()) return reply(id, {{"items", gathered->items}});
  for (const std::string& uri : uris)
    texts_.when_read(uri, id.dump(), [=, this, before = known[uri]](const OpenTexts::Review& review) {
      const std::lock_guard lock(gathered->mutex);
      if (review) {
        Json item = diagnostics_of(*review, before);
        item["uri"] = uri;
        item["version"] = review->version;
        gathered->items.push_back(std::move(item));
      }
      if (--gathered->awaited == 0) reply(id, {{"items", std::move(gathered->items)}});
    });
}

// An editor that gives a token is told that its request is worked on, and when it no longer is.
void LanguageServer::begin_progress(const Json& id, const Json& params) {
  const auto token = params.find("workDoneToken");
  if (token == params.end()) return;
  {
    const std::lock_guard lock(progress_mutex_);
    progress_[id.dump()] = *token;
  }
  tell("$/progress", {{"token", *token}, {"value", {{"kind", "begin"}, {"title", "onus reads the report"}}}});
}

void LanguageServer::end_progress(const Json& id) {
  Json token;
  {
    const std::lock_guard lock(progress_mutex_);
    const auto found = progress_.find(id.dump());
    if (found == progress_.end()) return;
    token = std::move(found->second);
    progress_.erase(found);
  }
  tell("$/progress", {{"token", token}, {"value", {{"kind", "end"}}}});
}

void LanguageServer::when_read(const Json& id, const std::string& uri,
                               std::function<Json(const Reviewed&)> make) {
  texts_.when_read(uri, id.dump(), [this, id, make = std::move(make)](const OpenTexts::Review& review) {
    if (!review) return refuse(id, kContentModified, "the text is not open, or can't be read");
    try {
      reply(id, make(*review));
    } catch (const Json::exception&) {
      refuse(id, kInvalidParams, "the parameters have another form than the protocol's");
    }
  });
}

// To editors that don't ask.
void LanguageServer::publish(const Reviewed& review) {
  if (client_.pulls) return;
  Json params{{"uri", review.uri},
              {"diagnostics", EditorReply(review, knowledge_.rules, client_).diagnostics()}};
  if (client_.takes_versions) params["version"] = review.version;
  tell("textDocument/publishDiagnostics", std::move(params));
}

void LanguageServer::reply(const Json& id, Json result) {
  end_progress(id);
  around_.send({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

void LanguageServer::refuse(const Json& id, int code, const std::string& message) {
  end_progress(id);
  around_.send({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}});
}

void LanguageServer::ask(const std::string& id, const std::string& method, Json params) {
  Json message{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
  if (!params.is_null()) message["params"] = std::move(params);
  around_.send(message);
}

void LanguageServer::tell(const std::string& method, Json params) {
  around_.send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

}  // namespace onus
