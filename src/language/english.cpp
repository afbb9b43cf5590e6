#include "language/english.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/lemmatiser.h"
#include "language/model_file.h"
#include "language/morphology.h"
#include "language/segment.h"
#include "language/tagger.h"
#include "language/transition_parser.h"

namespace onus {

struct English::Model {
  explicit Model(const std::filesystem::path& path)
      : file(path), tagger(file), lemmatiser(file), parser(file) {
    if (file.has("sentences")) boundaries = BoundaryModel(file.section("sentences"));
  }

  ModelFile file;
  Tagger tagger;
  Lemmatiser lemmatiser;
  TransitionParser parser;
  BoundaryModel boundaries;  // empty in a model without: then sentences end by rules
};

namespace {

// Gives every lemma of an analysis one place. A word with the same script has the same lemma, so most words
// cost one look-up and no string.
class LemmaIndex {
 public:
  LemmaIndex(const Lemmatiser& lemmatiser, std::vector<std::string>& lemmas)
      : lemmatiser_(lemmatiser), lemmas_(lemmas) {
    for (const std::string& lemma : lemmas_)
      by_text_.emplace(lemma, static_cast<std::uint32_t>(by_text_.size()));
  }

  std::uint32_t find(std::string_view word, const WordForm& form, JointTag tag) {
    const std::uint32_t script = lemmatiser_.script(form, tag);
    const auto [known, is_new] = by_script_.try_emplace(mix(form.exact, script), 0);
    if (is_new) known->second = place_of(lemmatiser_.lemma(word, script));
    return known->second;
  }

 private:
  std::uint32_t place_of(std::string lemma) {
    const auto [entry, is_new] = by_text_.try_emplace(lemma, static_cast<std::uint32_t>(lemmas_.size()));
    if (is_new) lemmas_.push_back(std::move(lemma));
    return entry->second;
  }

  const Lemmatiser& lemmatiser_;
  std::vector<std::string>& lemmas_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_script_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
};

std::span<Token> tokens_of(Analysis& analysis, const Sentence& sentence) {
  return std::span(analysis.tokens).subspan(sentence.tokens.begin, sentence.tokens.size());
}

// A participle is passive where its auxiliary says so, or its subject, or where it stands by itself behind
// the noun that it describes ("the injuries inflicted on her").
void mark_passives(std::span<Token> sentence, std::uint32_t begin) {
  for (const Token& token : sentence) {
    const bool passive = token.deprel == Deprel::aux_pass || token.deprel == Deprel::nsubj_pass ||
                         token.deprel == Deprel::csubj_pass || token.deprel == Deprel::obl_agent;
    if (passive && sentence[token.head - begin].xpos == Xpos::VBN)
      sentence[token.head - begin].features.passive = true;
  }
  for (Token& token : sentence)
    if (token.xpos == Xpos::VBN && token.deprel == Deprel::acl) token.features.passive = true;
}

}  // namespace

English::English(const std::filesystem::path& model) : model_(std::make_unique<const Model>(model)) {}
English::English(English&&) noexcept = default;
English& English::operator=(English&&) noexcept = default;
English::~English() = default;

Analysis English::analyse(std::string_view prose, std::span<const Block> blocks) const {
  const BoundaryModel& boundaries = model_->boundaries;
  Segments segments = boundaries.empty() ? segment(prose, blocks) : segment(prose, blocks, boundaries);
  Analysis analysis;
  analysis.tokens = std::move(segments.tokens);
  analysis.sentences = std::move(segments.sentences);
  annotate(analysis, prose);
  return analysis;
}

void English::annotate(Analysis& analysis, std::string_view prose) const {
  analysis.lemmas.clear();
  LemmaIndex lemmas(model_->lemmatiser, analysis.lemmas);
  Tagger::Scratch scratch;
  for (Sentence& sentence : analysis.sentences) {
    const auto tokens = tokens_of(analysis, sentence);
    model_->tagger.tag(tokens, prose, scratch);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      Token& token = tokens[i];
      const std::string_view word = slice(prose, token.span);
      token.lemma = lemmas.find(word, scratch.words[i + TaggerSentence::kMargin].form, scratch.tags[i]);
      token.features = features_of(token.upos, token.xpos, word, analysis.lemmas[token.lemma]);
    }
    sentence.parsed = false;
  }
}

void English::parse(Analysis& analysis, std::string_view prose, std::uint32_t sentence) const {
  Sentence& chosen = analysis.sentences[sentence];
  if (chosen.parsed) return;
  const auto tokens = tokens_of(analysis, chosen);
  model_->parser.parse(tokens, prose);
  for (Token& token : tokens) token.head += chosen.tokens.begin;
  mark_passives(tokens, chosen.tokens.begin);
  chosen.parsed = true;
}

void English::parse_all(Analysis& analysis, std::string_view prose) const {
  for (std::uint32_t sentence = 0; sentence < analysis.sentences.size(); ++sentence)
    parse(analysis, prose, sentence);
}

}  // namespace onus
