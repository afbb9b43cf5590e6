#include "reporting/docx_comments.h"

#include <array>
#include <cstdio>

#include "reading/docx_package.h"

namespace onus {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kCommentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kStrictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";

std::string eight_digits(std::uint32_t number) {
  std::array<char, 9> text{};
  std::snprintf(text.data(), text.size(), "%08X", number);
  return text.data();
}

// "prefix:" of the root of a part, or nothing.
std::string root_prefix(const std::string& xml) {
  const XmlLayout layout(xml);
  if (layout.elements().empty()) return {};
  const std::string_view prefix = prefix_part(layout[0].name);
  return prefix.empty() ? std::string() : std::string(prefix) + ":";
}

}  // namespace

std::string with_last_child(const std::string& xml, const std::string& addition) {
  const XmlLayout layout(xml);
  if (layout.elements().empty()) return xml;
  const XmlElement& root = layout[0];
  if (root.has_content() || root.end > root.open_end)
    return xml.substr(0, root.close_begin) + addition + xml.substr(root.close_begin);
  const std::string name(root.name);
  const std::size_t slash = xml.rfind('/', root.open_end - 1);
  return xml.substr(0, slash) + ">" + addition + "</" + name + ">" + xml.substr(root.open_end);
}

DocxCommentParts::DocxCommentParts(Package& package, std::string main_part, bool strict)
    : package_(package), main_part_(std::move(main_part)), strict_(strict) {
  find_parts();
}

DocxCommentParts::Companion DocxCommentParts::companion(const std::vector<Relationship>& relationships,
                                                        std::string_view type) {
  for (const Relationship& each : relationships)
    if (each.type == type && !each.target.empty())
      return {each.target, package_.read(each.target).value_or("")};
  return {};
}

void DocxCommentParts::find_parts() {
  const std::vector<Relationship> relationships = package_.relationships(main_part_);
  const Companion comments = companion(relationships, "comments");
  related_ = !comments.name.empty();
  comments_name_ = comments.name;
  comments_ = comments.bytes;
  extended_ = companion(relationships, "commentsExtended");
  ids_ = companion(relationships, "commentsIds");
  extensible_ = companion(relationships, "commentsExtensible");
  styled_ = companion(relationships, "styles").bytes.find("\"CommentText\"") != std::string::npos;
  for (int number = 0; comments_name_.empty(); ++number) {
    const std::string name =
        folder_of_part(main_part_) + "comments" + (number == 0 ? "" : std::to_string(number)) + ".xml";
    if (!package_.has(name)) comments_name_ = name;
  }
}

// In the range that Word keeps to, and none that the comments have already.
std::string DocxCommentParts::paragraph_id(const DocxComment& comment) const {
  std::uint32_t number = 0x4F4E0000 + comment.id;
  while (comments_.find(eight_digits(number)) != std::string::npos) number += 0x10000;
  return eight_digits(number & 0x7FFFFFFF);
}

std::string DocxCommentParts::comment_xml(const DocxComment& comment, const Signature& signature,
                                          const WordPrefix& word) const {
  const std::string& w = word.prefix;
  const bool with_ids = !extended_.bytes.empty() || !ids_.bytes.empty();
  std::string xml = "<" + w + "comment" + word.declaration + " " + w + "id=\"" + std::to_string(comment.id) +
                    "\" " + w + "author=\"" + escape_xml(signature.author) + "\"";
  if (!signature.date.empty()) xml += " " + w + "date=\"" + signature.date + "\"";
  xml += " " + w + "initials=\"o\">";
  for (std::size_t i = 0; i < comment.paragraphs.size(); ++i) {
    xml += "<" + w + "p";
    if (with_ids && i + 1 == comment.paragraphs.size())
      xml += " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:paraId=\"" +
             paragraph_id(comment) + "\"";
    xml += ">";
    if (styled_) xml += "<" + w + "pPr><" + w + "pStyle " + w + "val=\"CommentText\"/></" + w + "pPr>";
    if (i == 0) xml += "<" + w + "r><" + w + "annotationRef/></" + w + "r>";
    xml += "<" + w + "r><" + w + "t xml:space=\"preserve\">" + escape_xml(comment.paragraphs[i]) + "</" + w +
           "t></" + w + "r></" + w + "p>";
  }
  return xml + "</" + w + "comment>";
}

std::map<std::string, std::string> DocxCommentParts::with(const std::vector<DocxComment>& comments,
                                                          const Signature& signature) {
  std::map<std::string, std::string> members;
  if (comments_.empty()) {
    const std::string_view uri = strict_ ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                                         : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    comments_ = std::string(kDeclaration) + "<w:comments xmlns:w=\"" + std::string(uri) + "\"></w:comments>";
    if (!related_) add_relationship(members);
    add_content_type(members);
  }
  const WordPrefix prefix = word_prefix(XmlLayout(comments_));
  const std::string w15 = root_prefix(extended_.bytes);
  const std::string w16cid = root_prefix(ids_.bytes);
  const std::string w16cex = root_prefix(extensible_.bytes);
  std::string added, extended, ids, extensible;
  for (const DocxComment& comment : comments) {
    added += comment_xml(comment, signature, prefix);
    const std::string paragraph = paragraph_id(comment);
    const std::string durable = eight_digits(0x20000000 + comment.id);
    extended += "<" + w15 + "commentEx " + w15 + "paraId=\"" + paragraph + "\" " + w15 + "done=\"0\"/>";
    ids += "<" + w16cid + "commentId " + w16cid + "paraId=\"" + paragraph + "\" " + w16cid + "durableId=\"" +
           durable + "\"/>";
    extensible += "<" + w16cex + "commentExtensible " + w16cex + "durableId=\"" + durable + "\"/>";
  }
  members[comments_name_] = with_last_child(comments_, added);
  if (!extended_.bytes.empty()) members[extended_.name] = with_last_child(extended_.bytes, extended);
  if (!ids_.bytes.empty()) members[ids_.name] = with_last_child(ids_.bytes, ids);
  if (!extensible_.bytes.empty()) members[extensible_.name] = with_last_child(extensible_.bytes, extensible);
  return members;
}

void DocxCommentParts::add_relationship(std::map<std::string, std::string>& members) {
  const std::string name = relationships_part(main_part_);
  std::string xml = package_.read(name).value_or("");
  if (xml.empty())
    xml = std::string(kDeclaration) +
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "</Relationships>";
  std::string id = "rIdOnus1";
  while (xml.find("\"" + id + "\"") != std::string::npos) id += "1";
  members[name] =
      with_last_child(xml, "<" + root_prefix(xml) + "Relationship Id=\"" + id + "\" Type=\"" +
                               std::string(strict_ ? kStrictOffice : kOffice) + "/comments\" Target=\"" +
                               escape_xml(comments_name_.substr(folder_of_part(main_part_).size())) + "\"/>");
}

void DocxCommentParts::add_content_type(std::map<std::string, std::string>& members) {
  const std::string name = "[Content_Types].xml";
  std::string xml = package_.read(name).value_or("");
  const std::string part = "\"/" + comments_name_ + "\"";
  if (xml.empty() || xml.find(part) != std::string::npos) return;
  members[name] = with_last_child(xml, "<" + root_prefix(xml) + "Override PartName=" + part +
                                           " ContentType=\"" + std::string(kCommentsType) + "\"/>");
}

}  // namespace onus
