#include "reading/document_properties.h"

#include <gtest/gtest.h>

#include "reading/make_docx.h"

namespace onus {
namespace {

std::string shown(const Members& members) {
  std::string text;
  for (const auto& [field, value] : properties_of_bytes(make_zip(members)))
    text += (text.empty() ? "" : "; ") + field + "=" + value;
  return text;
}

TEST(DocumentProperties, OfWord) {
  const Members members{
      {"docProps/core.xml",
       R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Ros Vane</dc:creator>
          <cp:lastModifiedBy>Ros Vane</cp:lastModifiedBy><dc:title>The Harts</dc:title>
          <cp:keywords>review &amp; plan</cp:keywords><cp:category>Assessment</cp:category>
          <dcterms:created>2021-03-04T09:00:00Z</dcterms:created><dcterms:modified>soon</dcterms:modified>
          </cp:coreProperties>)"},
      {"docProps/app.xml", R"(<Properties xmlns="p"><Manager>Ros Vane</Manager><Company>North
          Council</Company></Properties>)"},
      {"docProps/custom.xml",
       R"(<Properties xmlns="p" xmlns:vt="v"><property name="Team"><vt:lpwstr>West</vt:lpwstr></property>
          <property name="Author name"><vt:lpwstr>Ros Vane</vt:lpwstr></property>
          <property name="Checked by"><vt:lpwstr>Ros Vane</vt:lpwstr></property>
          <property name="Date"><vt:lpwstr>4 March</vt:lpwstr></property>
          <property name="_internal"><vt:lpwstr>x</vt:lpwstr></property></Properties>)"}};
  EXPECT_EQ(shown(members),
            "category=Assessment; company=North Council; created=2021-03-04; keywords=review & "
            "plan; team=West");
}

TEST(DocumentProperties, OfOpenDocument) {
  const Members members{{"meta.xml",
                         R"(<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta>
          <meta:initial-creator>Ros Vane</meta:initial-creator><dc:creator>Ros Vane</dc:creator>
          <meta:creation-date>2020-01-02T03:04:05</meta:creation-date><dc:date>2020-02-03T00:00:00</dc:date>
          <meta:keyword>review</meta:keyword><meta:keyword>plan</meta:keyword>
          <meta:user-defined meta:name="Team">East</meta:user-defined></office:meta></office:document-meta>)"}};
  EXPECT_EQ(shown(members), "created=2020-01-02; keywords=review, plan; modified=2020-02-03; team=East");
}

TEST(DocumentProperties, OfAnythingElse) {
  EXPECT_TRUE(properties_of_bytes("Ms Hart").empty());
  EXPECT_TRUE(properties_of_bytes("PK\3\4 damaged").empty());
  EXPECT_EQ(shown({{"docProps/core.xml", "<a"}}), "");
}

}  // namespace
}  // namespace onus
