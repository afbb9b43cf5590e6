#include "serving/check_reply.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reading/readers.h"

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

CheckRequest request_for(const AnnotatedText& text) {
  CheckRequest request;
  request.text = text;
  request.language = language_from("en-GB", "");
  return request;
}

// A report of one sentence, as if the engine had made it.
DocumentReport report_of(const AnnotatedText& text) {
  DocumentReport report;
  report.document = read_plain_text(text.text, "text");
  Sentence sentence;
  sentence.span = {0, static_cast<std::uint32_t>(report.document.prose.size())};
  report.analysis.sentences.push_back(sentence);
  return report;
}

ProseSpan span_of(const DocumentReport& report, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(report.document.prose.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Finding& add_finding(DocumentReport& report, const std::string& words) {
  Finding finding;
  finding.rule = "failure-to-protect";
  finding.category = Category::victim_blaming;
  finding.severity = Severity::error;
  finding.span = span_of(report, words);
  finding.message = "This makes her answerable.";
  finding.why = "The person who hurts is answerable.";
  report.findings.push_back(finding);
  return report.findings.back();
}

void suggest(DocumentReport& report, SuggestionKind kind, const std::string& words, const std::string& text) {
  report.findings.back().suggestions.push_back({kind, span_of(report, words), text, {}});
}

Json only_match(const AnnotatedText& text, const DocumentReport& report) {
  const Json reply = check_reply(request_for(text), report);
  EXPECT_EQ(reply["matches"].size(), 1U);
  return reply["matches"][0];
}

TEST(CheckReply, OffsetsCountUtf16Units) {
  const AnnotatedText text = plain_text("😀 Ms Hart failed to protect them.");
  DocumentReport report = report_of(text);
  add_finding(report, "failed to protect");
  const Json match = only_match(text, report);
  EXPECT_EQ(match["offset"], 11);
  EXPECT_EQ(match["length"], 17);
  EXPECT_EQ(match["context"]["text"], "😀 Ms Hart failed to protect them.");
  EXPECT_EQ(match["context"]["offset"], 11);
  EXPECT_EQ(match["sentence"], "😀 Ms Hart failed to protect them.");
}

TEST(CheckReply, LineEndsAndSoftHyphensAreCounted) {
  const AnnotatedText text = plain_text(
      "A\xC2\xAD"
      "b\r\nshe failed to protect them.");
  DocumentReport report = report_of(text);
  add_finding(report, "failed to protect");
  EXPECT_EQ(only_match(text, report)["offset"], 9);
}

TEST(CheckReply, ContextDoesNotSplitACharacter) {
  std::string before;
  for (int i = 0; i < 30; ++i) before += "😀";
  const AnnotatedText text = plain_text("x" + before + "failed to protect");
  DocumentReport report = report_of(text);
  add_finding(report, "failed to protect");
  const Json context = only_match(text, report)["context"];
  EXPECT_EQ(context["offset"], 40);
  EXPECT_NO_THROW(context.dump());
}

TEST(CheckReply, RewritesComeBeforeReframesAndReplaceTheSameWords) {
  const AnnotatedText text = plain_text("Ms Hart was hit by Mr Hart.");
  DocumentReport report = report_of(text);
  add_finding(report, "was hit");
  suggest(report, SuggestionKind::reframe, "Ms Hart was hit by Mr Hart.", "Mr Hart hit [whom?].");
  suggest(report, SuggestionKind::rewrite, "Ms Hart was hit by Mr Hart", "Mr Hart hit Ms Hart");
  suggest(report, SuggestionKind::prompt, "was hit", "What did Mr Hart do?");
  const Json match = only_match(text, report);
  EXPECT_EQ(match["offset"], 0);
  EXPECT_EQ(match["length"], 27);
  ASSERT_EQ(match["replacements"].size(), 2U);
  EXPECT_EQ(match["replacements"][0]["value"], "Mr Hart hit Ms Hart.");
  EXPECT_EQ(match["replacements"][1]["value"], "Mr Hart hit [whom?].");
  EXPECT_EQ(match["message"], "This makes her answerable. What did Mr Hart do?");
}

TEST(CheckReply, AtMostTenReplacements) {
  const AnnotatedText text = plain_text("She failed.");
  DocumentReport report = report_of(text);
  add_finding(report, "failed");
  for (int i = 0; i < 15; ++i) suggest(report, SuggestionKind::rewrite, "failed", std::to_string(i));
  EXPECT_EQ(only_match(text, report)["replacements"].size(), 10U);
}

TEST(CheckReply, WhatWouldTakeMarkupAwayIsNotOffered) {
  const AnnotatedText text = parse_annotated(
      R"({"annotation":[{"text":"She "},{"markup":"*"},{"text":"failed"},{"markup":"*"},{"text":" him."}]})");
  DocumentReport report = report_of(text);
  add_finding(report, "failed");
  suggest(report, SuggestionKind::rewrite, "She failed him", "He hit her");
  suggest(report, SuggestionKind::rewrite, "failed", "left");
  const Json match = only_match(text, report);
  ASSERT_EQ(match["replacements"].size(), 1U);
  EXPECT_EQ(match["replacements"][0]["value"], "left");
  EXPECT_EQ(match["offset"], 5);
  EXPECT_EQ(match["length"], 6);
}

TEST(CheckReply, CategoriesThatWordProcessorsColour) {
  const AnnotatedText text = plain_text("She failed.");
  DocumentReport report = report_of(text);
  Finding& finding = add_finding(report, "failed");
  EXPECT_EQ(only_match(text, report)["rule"]["category"]["id"], "victim-blaming");
  finding.severity = Severity::note;
  EXPECT_EQ(only_match(text, report)["rule"]["category"]["id"], "STYLE");
  finding.category.reset();
  EXPECT_EQ(only_match(text, report)["rule"]["category"]["name"], "Plain style");
}

TEST(CheckReply, EveryMemberThatSomeClientNeeds) {
  const AnnotatedText text = plain_text("She failed.");
  DocumentReport report = report_of(text);
  add_finding(report, "failed");
  const Json reply = check_reply(request_for(text), report);
  for (const char* place : {"/software/name",
                            "/software/version",
                            "/software/buildDate",
                            "/software/apiVersion",
                            "/software/premium",
                            "/software/status",
                            "/warnings/incompleteResults",
                            "/language/name",
                            "/language/code",
                            "/language/detectedLanguage/name",
                            "/language/detectedLanguage/code",
                            "/matches/0/message",
                            "/matches/0/shortMessage",
                            "/matches/0/replacements",
                            "/matches/0/offset",
                            "/matches/0/length",
                            "/matches/0/context/text",
                            "/matches/0/context/offset",
                            "/matches/0/context/length",
                            "/matches/0/sentence",
                            "/matches/0/type/typeName",
                            "/matches/0/rule/id",
                            "/matches/0/rule/description",
                            "/matches/0/rule/issueType",
                            "/matches/0/rule/category/id",
                            "/matches/0/rule/category/name",
                            "/sentenceRanges/0/1"})
    EXPECT_TRUE(reply.contains(Json::json_pointer(place))) << place;
}

TEST(CheckReply, ANothingIsWholeToo) {
  const Json reply = empty_check_reply(request_for(plain_text("Bonjour.")));
  EXPECT_TRUE(reply["matches"].is_array());
  EXPECT_TRUE(reply["matches"].empty());
  EXPECT_TRUE(reply.contains("language"));
}

}  // namespace
}  // namespace onus
