#include <algorithm>
#include <string>
#include <utility>

#include "reading/document_builder.h"
#include "reading/join_documents.h"
#include "reading/mime.h"
#include "reading/readers.h"
#include "reading/unreadable.h"

namespace onus {

namespace {

constexpr int kDeepest = 8;
constexpr int kMostAttachments = 100;

bool is_multipart(const std::string& type) { return type.starts_with("multipart/"); }

class MailReader {
 public:
  MailReader(std::string source, const Limits& limits, const ReadNested& nested)
      : limits_(limits), nested_(nested) {
    whole_.source = std::move(source);
    whole_.format = Format::mail;
    whole_.encoding = "UTF-8";
  }

  Document read(std::string_view bytes) && {
    if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    read_message(bytes, 0);
    for (Origin& origin : whole_.origins) origin.copied = false;  // nothing is written back into a message
    return std::move(whole_);
  }

 private:
  void read_message(std::string_view bytes, int depth) {
    const MimeEntity message = parse_entity(bytes);
    read_headers(message);
    read_entity(message, depth);
  }

  // The subject is the title; who wrote to whom, and when, stands below it.
  void read_headers(const MimeEntity& message) {
    const std::string subject = as_prose(decoded_words(message.header("subject")));
    std::string people;
    for (const auto& [name, shown] :
         {std::pair{"from", "From: "}, {"to", "To: "}, {"cc", "Cc: "}, {"date", "Date: "}}) {
      const std::string value = as_prose(decoded_words(message.header(name)));
      if (!value.empty()) people += (people.empty() ? "" : "\n") + std::string(shown) + value;
    }
    const std::string text = subject + "\n" + people;
    DocumentBuilder builder(whole_.source, Format::mail);
    builder.go_to(builder.add_part(""), 0, text);
    builder.copy(subject.size());
    builder.skip(1, Treatment::layout);
    builder.end_block({BlockKind::heading, 1});
    for (std::size_t at = 0; at < people.size();) {
      const std::size_t end = std::min(people.find('\n', at), people.size());
      builder.copy(end - at);
      if (end < people.size()) builder.replace(1, "\n");
      at = end + 1;
    }
    builder.end_block({});
    append_document(whole_, std::move(builder).finish(), "headers");
  }

  void read_entity(const MimeEntity& entity, int depth) {
    if (depth > kDeepest) return left_out("a part of the message", "it is nested too deeply");
    const std::string type = entity.type();
    if (is_multipart(type)) return read_parts(entity, type, depth);
    if (type == "message/rfc822") return read_message(entity.body, depth + 1);
    const std::string name = name_of_file(entity);
    const bool attached = entity.header("content-disposition").starts_with("attachment");
    if ((type == "text/plain" || type == "text/html") && !attached && name.empty()) return read_body(entity);
    read_attachment(entity, type, name);
  }

  void read_parts(const MimeEntity& entity, const std::string& type, int depth) {
    std::vector<MimeEntity> parts;
    for (const std::string_view each :
         parts_of(entity.body, parameter(entity.header("content-type"), "boundary")))
      parts.push_back(parse_entity(each));
    if (parts.empty()) return left_out("a part of the message", "it is damaged");
    if (type != "multipart/alternative") {
      for (const MimeEntity& each : parts) read_entity(each, depth + 1);
      return;
    }
    // The same text in several forms; the last is the one with most structure.
    std::size_t chosen = parts.size() - 1;
    while (chosen > 0 && !can_be_body(parts[chosen])) --chosen;
    read_entity(parts[chosen], depth + 1);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i != chosen) whole_.account.add(parts[i].body.size(), Treatment::alternative);
    }
  }

  static bool can_be_body(const MimeEntity& entity) {
    const std::string type = entity.type();
    return type == "text/plain" || type == "text/html" || is_multipart(type);
  }

  static std::string name_of_file(const MimeEntity& entity) {
    std::string name = parameter(entity.header("content-disposition"), "filename");
    if (name.empty()) name = parameter(entity.header("content-type"), "name");
    name = as_prose(decoded_words(name));
    return name.substr(0, 200);
  }

  void read_body(const MimeEntity& entity) {
    const std::string bytes = decoded_body(entity);
    if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) return;
    try {
      Document body = entity.type() == "text/html" ? read_text_as(bytes, FileKind::html)
                                                   : read_text_as(bytes, FileKind::text);
      append_document(whole_, std::move(body), "body");
    } catch (const Unreadable& why) {
      left_out("the text of the message", std::string("it ") + why.what());
    }
  }

  Document read_text_as(const std::string& bytes, FileKind kind) const {
    return nested_.text(bytes, whole_.source, kind, limits_);
  }

  void read_attachment(const MimeEntity& entity, const std::string& type, const std::string& name) {
    const std::string shown = name.empty() ? "an attachment" : "the attachment “" + name + "”";
    if (++attachments_ > kMostAttachments) return left_out(shown, "there are too many");
    if (type.starts_with("image/")) return left_out(shown, "words in a picture can't be read");
    if (type == "text/calendar" || type == "application/ics" || type.ends_with("-signature"))
      return left_out(shown, "it is no report");
    try {
      Document document = nested_.any(decoded_body(entity), name.empty() ? whole_.source : name, limits_);
      for (Skipped& each : document.skipped) each.what += " in " + shown;
      read_heading(name);
      append_document(whole_, std::move(document), name.empty() ? "attachment" : name);
    } catch (const Unreadable& why) {
      left_out(shown, std::string("it ") + why.what());
    }
  }

  void read_heading(const std::string& name) {
    if (name.empty()) return;
    DocumentBuilder builder(whole_.source, Format::mail);
    builder.go_to(builder.add_part(""), 0, name);
    builder.copy(name.size());
    builder.end_block({BlockKind::heading, 1});
    append_document(whole_, std::move(builder).finish(), "name of an attachment");
  }

  void left_out(std::string what, std::string why) {
    whole_.skipped.push_back({std::move(what), std::move(why)});
  }

  Document whole_;
  const Limits& limits_;
  const ReadNested& nested_;
  int attachments_ = 0;
};

}  // namespace

Document read_mail(std::string_view bytes, std::string source, const Limits& limits,
                   const ReadNested& nested) {
  return MailReader(std::move(source), limits, nested).read(bytes);
}

}  // namespace onus
