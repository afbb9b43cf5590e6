#include "linting/set_aside.h"

#include <gtest/gtest.h>

#include "knowledge.h"
#include "reading/read.h"

namespace onus {
namespace {

DocumentReport lint_markdown(const std::string& text) {
  Settings settings;
  settings.people = {{}, {"Ms Hart"}, {"Ewan"}, {}};
  return lint(std::get<Document>(read_bytes(text, "draft.md")), settings, knowledge());
}

// "rule: words (reason)" of what is set aside, "- rule" of what stays, "! …" of what is told.
std::string shown(const std::string& text) {
  const DocumentReport report = lint_markdown(text);
  std::string lines;
  for (const auto& [finding, reason] : report.set_aside)
    lines += finding.rule + ": " + std::string(slice<ProseText>(report.document.prose, finding.span)) + " (" +
             reason + ")\n";
  for (const Finding& finding : report.findings) lines += "- " + finding.rule + "\n";
  for (const Problem& problem : report.problems) lines += "! " + problem.message + "\n";
  return lines;
}

struct Case {
  const char* document;
  const char* expected;
};

constexpr Case kCases[] = {
    {"Ms Hart failed to protect Ewan.", "- failure-to-protect\n"},
    // In the paragraph, before it, behind it on the same line; by rule, category or all.
    {"Ms Hart failed to protect Ewan. <!-- onus: ignore failure-to-protect the referral's words -->\n",
     "failure-to-protect: failed to protect Ewan (the referral's words)\n"},
    {"<!-- onus: ignore victim-blaming the referral's words -->\n\nMs Hart failed to protect Ewan.\n",
     "failure-to-protect: failed to protect Ewan (the referral's words)\n"},
    {"<!-- onus: ignore all an example -->\n\nMs Hart failed to protect Ewan.\n",
     "failure-to-protect: failed to protect Ewan (an example)\n"},
    // Another paragraph, another rule.
    {"The school is near. <!-- onus: ignore all an example -->\n\nMs Hart failed to protect Ewan.\n",
     "- failure-to-protect\n"},
    {"Ms Hart failed to protect Ewan. <!-- onus: ignore doubt the referral's words -->\n",
     "- failure-to-protect\n"},
    // What can't be heeded is told.
    {"Ms Hart failed to protect Ewan. <!-- onus: ignore failure-to-protect -->\n",
     "- failure-to-protect\n! the remark “onus: ignore failure-to-protect” is not heeded: it gives no "
     "reason; "
     "write one behind the rule\n"},
    {"Ms Hart failed to protect Ewan. <!-- onus: ignore failing said by others -->\n",
     "- failure-to-protect\n! the remark “onus: ignore failing said by others” is not heeded: there is no "
     "rule or "
     "category “failing”\n"},
    {"Ms Hart failed to protect Ewan. <!-- onus: off -->\n",
     "- failure-to-protect\n! the remark “onus: off” is not heeded: expected “ignore”, a rule and a "
     "reason\n"},
};

TEST(SetAside, WhatTheDocumentAsksFor) {
  for (const Case& each : kCases) EXPECT_EQ(shown(each.document), each.expected) << each.document;
}

TEST(SetAside, OnlyTheWordsThatACommentIsOn) {
  DocumentReport report = lint(paragraph("Ms Hart failed to protect Ewan. She failed to protect Isla."),
                               with_people(), knowledge());
  ASSERT_EQ(report.findings.size(), 2U);
  report.document.remarks.push_back(
      {"ignore failure-to-protect said at the conference", report.findings[1].span, 0, {}});
  set_aside(report, knowledge().rules);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].span.begin, 8U);
  ASSERT_EQ(report.set_aside.size(), 1U);
  EXPECT_EQ(report.set_aside[0].reason, "said at the conference");
}

}  // namespace
}  // namespace onus
