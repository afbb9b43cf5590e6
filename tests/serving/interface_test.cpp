#include <gtest/gtest.h>

#include <vector>

#include "serving/service.h"

namespace onus {
namespace {

TEST(Interface, PathsAsClientsBuildThem) {
  struct Case {
    const char* target;
    const char* name;
  };
  const std::vector<Case> cases{
      {"/v2/check", "check"},
      {"/v2//check", "check"},
      {"//v2/check", "check"},
      {"/check", "check"},
      {"/v2/v2/check", "check"},
      {"/v2/check/", "check"},
      {"/v2/check?text=/x", "check"},
      {"/v2/languages", "languages"},
      {"/languages", "languages"},
      {"/v2/healthcheck", "healthcheck"},
      {"/v2/info", "info"},
      {"/v2/maxtextlength", "maxtextlength"},
      {"/api/lint", "lint"},
      {"/api//lint?name=a.docx", "lint"},
      {"/", ""},
      {"", ""},
      {"/v2", ""},
      {"/v2/", ""},
      {"/v2/stop", ""},
      {"/check/v2", ""},
      {"/lint", ""},
      {"/v2/api/lint", ""},
      {"/v1/check", ""},
      {"/../etc/passwd", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(interface_of(c.target), c.name) << c.target;
}

}  // namespace
}  // namespace onus
