#include "checks/likeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "knowledge.h"
#include "text/failure.h"

namespace onus {
namespace {

std::vector<std::uint64_t> hashes_of(std::string_view text, const Declarations& people) {
  const ReadParagraph read = read_paragraph(text, people, knowledge());
  const Narrative narrative = read.narrative(DocumentKind::assessment);
  std::vector<std::uint64_t> hashes;
  for (const LikenessFeature& feature : LikenessFeatures(narrative).of(0)) hashes.push_back(feature.hash);
  return hashes;
}

// Whoever plays the parts: neither names nor titles nor who is a man and who a woman make a difference.
TEST(LikenessFeatures, KnowPartsAndNotPeople) {
  const std::string_view sentences[][2] = {
      {"Mr Baird told Ms Hart that she had lost her mind.",
       "Ms Baird told Mr Hart that he had lost his mind."},
      {"Ms Hart stayed with her sister.", "Mr Hart stayed with his brother."},
      {"The father slapped the boy.", "The mother slapped the girl."},
      {"Ewan has slept at his grandmother's since Mr Baird came back.",
       "Isla has slept at her grandfather's since Mr Baird came back."}};
  const Declarations one{{"Mr Baird"}, {"Ms Hart"}, {"Ewan", "Isla"}, {}};
  const Declarations other{{"Ms Baird", "Mr Baird"}, {"Mr Hart"}, {"Ewan", "Isla"}, {}};
  for (const auto& [a, b] : sentences)
    EXPECT_EQ(hashes_of(a, one), hashes_of(b, a.find("Ms Hart") == a.npos ? one : other)) << a;
}

TEST(LikenessFeatures, KnowWhoPlaysWhichPart) {
  const Declarations one{{"Mr Baird"}, {"Ms Hart"}, {}, {}};
  const Declarations other{{"Ms Hart"}, {"Mr Baird"}, {}, {}};
  EXPECT_NE(hashes_of("Ms Hart let him down again.", one), hashes_of("Ms Hart let him down again.", other));
}

TEST(LikenessFeatures, ComeOnceAndInOrder) {
  const auto hashes = hashes_of("She said that she said that she said so.", {});
  EXPECT_TRUE(std::ranges::is_sorted(hashes));
  EXPECT_EQ(std::ranges::adjacent_find(hashes), hashes.end());
}

Finding found(std::string_view rule, Category category) {
  Finding finding;
  finding.rule = rule;
  finding.category = category;
  finding.severity = Severity::error;
  return finding;
}

std::vector<Severity> weighed(float alike, std::string_view rule) {
  Likeness likeness{};
  likeness[static_cast<std::size_t>(Category::victim_blaming)] = alike;
  std::vector<Finding> findings{found(rule, Category::victim_blaming)};
  weigh(findings, std::span(&likeness, 1), knowledge().rules);
  std::vector<Severity> left;
  for (const Finding& finding : findings) left.push_back(finding.severity);
  return left;
}

TEST(Likeness, SilencesWhatIsUnlikeAndLowersWhatIsHardlyAlike) {
  EXPECT_EQ(weighed(0.001F, "failure-to-protect"), std::vector<Severity>{});
  EXPECT_EQ(weighed(0.03F, "failure-to-protect"), std::vector{Severity::note});
  EXPECT_EQ(weighed(0.5F, "failure-to-protect"), std::vector{Severity::error});
}

TEST(Likeness, LeavesRulesOfOthersAlone) {
  EXPECT_EQ(weighed(0.001F, "a-rule-of-the-house"), std::vector{Severity::error});
}

TEST(Likeness, OfASentenceThatHasNotChangedIsKept) {
  const ReadParagraph read = read_paragraph("She chose him. She rang the police.", {}, knowledge());
  const Narrative narrative = read.narrative(DocumentKind::assessment);
  const LikenessFeatures features(narrative);
  const Matcher matcher(narrative, knowledge().rules.vocabulary);
  const std::vector<SentenceKey> keys = sentence_keys(matcher);
  const SecondReading fresh(features, knowledge().likeness, keys, {});
  KeptLikeness kept = fresh.kept();
  ASSERT_EQ(kept.size(), 2U);
  for (auto& [key, sentence] : kept) sentence.likeness[0] = 2;  // no sentence has that by itself
  const SecondReading again(features, knowledge().likeness, keys, kept);
  EXPECT_EQ(again.likeness()[0][0], 2);
  EXPECT_NE(fresh.likeness()[0][0], 2);
}

TEST(Likeness, WordsThatSpeakForAClassAreKept) {
  const ReadParagraph read =
      read_paragraph("It rained. She chose him over her children again.", {}, knowledge());
  const Narrative narrative = read.narrative(DocumentKind::assessment);
  const LikenessFeatures features(narrative);
  const std::vector<SentenceKey> keys = sentence_keys(Matcher(narrative, knowledge().rules.vocabulary));
  const SecondReading fresh(features, knowledge().likeness, keys, {});
  const TokenRange words = fresh.words(1, 0);
  const KeptLikeness kept = fresh.kept();
  const SecondReading again(features, knowledge().likeness, keys, kept);
  EXPECT_EQ(again.words(1, 0).begin, words.begin);
  EXPECT_EQ(again.words(1, 0).end, words.end);
  for (const auto& [key, sentence] : again.kept()) EXPECT_EQ(sentence.words, kept.at(key).words);
}

TEST(FeatureNet, RefusesWhatIsDamaged) {
  const auto file = std::filesystem::temp_directory_path() / "onus-likeness-test.model";
  write_model_file(file, {{"likeness", std::string(400, '\1')}});
  EXPECT_THROW(FeatureNet(file, "likeness", 14), Failure);
  write_model_file(file, {{"other", "bytes"}});
  EXPECT_THROW(FeatureNet(file, "likeness", 14), Failure);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace onus
