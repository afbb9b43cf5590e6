#pragma once

#include <map>
#include <string>
#include <string_view>

namespace onus {

using Members = std::map<std::string, std::string>;

// The bytes of a zip with these members.
std::string make_zip(const Members& members);

inline constexpr std::string_view kWordNamespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")";

// The members of a Word document with this body: a shorthand is spelt out first. "P(words)" is a paragraph
// with one run, "R(words)" a run, "S(style|words)" a paragraph with a style; the words may hold XML without
// brackets.
Members docx_members(std::string_view body);
std::string make_docx(std::string_view body);
// The same with further members and what the document says of them ("styles" → "styles.xml").
std::string make_docx(std::string_view body, const Members& related);

}  // namespace onus
