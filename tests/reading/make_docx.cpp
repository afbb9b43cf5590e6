#include "reading/make_docx.h"

#include <zip.h>

namespace onus {

namespace {

constexpr std::string_view kRelationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr std::string_view kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationship(const std::string& type, const std::string& target) {
  return "<Relationship Id=\"r" + target + "\" Type=\"" + std::string(kType) + type + "\" Target=\"" +
         target + "\"/>";
}

std::string run(std::string_view words) {
  return "<w:r><w:t xml:space=\"preserve\">" + std::string(words) + "</w:t></w:r>";
}

std::string spelt_out(std::string_view body) {
  std::string xml;
  while (!body.empty()) {
    const bool shorthand =
        body.size() > 2 && body[1] == '(' && std::string_view("PRS").find(body[0]) != std::string_view::npos;
    if (!shorthand) {
      xml += body[0];
      body.remove_prefix(1);
      continue;
    }
    const std::string_view inside = body.substr(2, body.find(')') - 2);
    const std::size_t bar = inside.find('|');
    if (body[0] == 'R') xml += run(inside);
    if (body[0] == 'P') xml += "<w:p>" + run(inside) + "</w:p>";
    if (body[0] == 'S') {
      xml += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(inside.substr(0, bar)) + "\"/></w:pPr>" +
             run(inside.substr(bar + 1)) + "</w:p>";
    }
    body.remove_prefix(inside.size() + 3);
  }
  return xml;
}

}  // namespace

std::string make_zip(const Members& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : members) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                 ZIP_FL_ENC_UTF_8);
  }
  zip_close(archive);
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  zip_error_fini(&error);
  return bytes;
}

Members docx_members(std::string_view body) {
  return {{"_rels/.rels", std::string(kRelationships) + relationship("officeDocument", "word/document.xml") +
                              "</Relationships>"},
          {"word/document.xml", "<w:document" + std::string(kWordNamespaces) + "><w:body>" + spelt_out(body) +
                                    "</w:body></w:document>"}};
}

std::string make_docx(std::string_view body) { return make_zip(docx_members(body)); }

std::string make_docx(std::string_view body, const Members& related) {
  Members members = docx_members(body);
  std::string relationships(kRelationships);
  for (const auto& [type, bytes] : related) {
    members["word/" + type + ".xml"] = spelt_out(bytes);
    relationships += relationship(type, type + ".xml");
  }
  members["word/_rels/document.xml.rels"] = relationships + "</Relationships>";
  return make_zip(members);
}

}  // namespace onus
