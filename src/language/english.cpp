#include "language/english.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/boundary_model.h"
#include "language/called_police.h"
#include "language/contracted_have.h"
#include "language/in_laws.h"
#include "language/lemmatiser.h"
#include "language/letter_subjects.h"
#include "language/model_file.h"
#include "language/morphology.h"
#include "language/parser.h"
#include "language/segment.h"
#include "language/stray_subjects.h"
#include "language/tagger.h"
#include "language/titles.h"
#include "language/verb_forms.h"

namespace onus {
namespace {

template <class Tag>
constexpr std::size_t index(Tag tag) {
  return static_cast<std::size_t>(tag);
}

}  // namespace

struct English::Model {
  Model(const std::filesystem::path& path, VerbForms verb_forms)
      : file(path),
        tagger(file),
        lemmatiser(file),
        verbs(std::move(verb_forms)),
        parser(file.section("parser")) {
    parser.read_unknown_as(&verbs);
    if (file.has("sentences")) boundaries = BoundaryModel(file.section("sentences"));
    for (auto& row : joint_tags) row.fill(JointTag{0});
    for (std::size_t tag = tagger.tags().size(); tag-- > 0;) {
      const auto joint = static_cast<JointTag>(tag);
      joint_tags[index(tagger.tags().upos(joint))].fill(joint);
    }
    for (std::size_t tag = 0; tag < tagger.tags().size(); ++tag) {
      const auto joint = static_cast<JointTag>(tag);
      joint_tags[index(tagger.tags().upos(joint))][index(tagger.tags().xpos(joint))] = joint;
    }
  }

  // The tagger's joint tag for two tags; where it has none, its first one for the universal tag.
  JointTag joint_tag(Upos upos, Xpos xpos) const { return joint_tags[index(upos)][index(xpos)]; }

  ModelFile file;
  Tagger tagger;
  Lemmatiser lemmatiser;
  VerbForms verbs;
  Parser parser;
  std::array<std::array<JointTag, index(Xpos::unknown) + 1>, index(Upos::X) + 1> joint_tags;
  BoundaryModel boundaries;  // empty in a model without: then sentences end by rules

  // Room for tagging, used again from text to text: adding up anew for each short text what common words
  // weigh takes longer than tagging it.
  std::unique_ptr<Tagger::Scratch> take_room() const {
    const std::lock_guard lock(mutex);
    if (rooms.empty()) return std::make_unique<Tagger::Scratch>();
    std::unique_ptr<Tagger::Scratch> room = std::move(rooms.back());
    rooms.pop_back();
    return room;
  }
  void give_back(std::unique_ptr<Tagger::Scratch> room) const {
    room->forget_strange_words();
    const std::lock_guard lock(mutex);
    rooms.push_back(std::move(room));
  }
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<Tagger::Scratch>> rooms;  // as many as texts were read at a time
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

  std::uint32_t place_of(std::string lemma) {
    const auto [entry, is_new] = by_text_.try_emplace(lemma, static_cast<std::uint32_t>(lemmas_.size()));
    if (is_new) lemmas_.push_back(std::move(lemma));
    return entry->second;
  }

  std::uint32_t find(std::string_view word, const WordForm& form, JointTag tag) {
    const std::uint32_t script = lemmatiser_.script(word, form, tag);
    if (form.is(kLong)) return place_of(lemmatiser_.lemma(word, script));
    const auto [known, is_new] = by_script_.try_emplace(mix(form.exact, script), 0);
    if (is_new) known->second = place_of(lemmatiser_.lemma(word, script));
    return known->second;
  }

 private:
  const Lemmatiser& lemmatiser_;
  std::vector<std::string>& lemmas_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_script_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
};

VerbForms verbs_beside(const std::filesystem::path& model) {
  const std::filesystem::path words = model.parent_path() / "words";
  if (!std::filesystem::exists(words / "verbs.tsv")) return {};
  return VerbForms(words / "verbs.tsv", Inflector(words));
}

std::span<Token> tokens_of(Analysis& analysis, const Sentence& sentence) {
  return std::span(analysis.tokens).subspan(sentence.tokens.begin, sentence.tokens.size());
}

// The tagger takes such a title for a plural.
void name_as_title(Token& token) {
  token.upos = Upos::PROPN;
  token.xpos = Xpos::NNP;
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

English::English(const std::filesystem::path& model) : English(model, verbs_beside(model)) {}
English::English(const std::filesystem::path& model, VerbForms verbs)
    : model_(std::make_unique<const Model>(model, std::move(verbs))) {}
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
  std::unique_ptr<Tagger::Scratch> room = model_->take_room();
  Tagger::Scratch& scratch = *room;
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
  model_->give_back(std::move(room));
}

void English::parse(Analysis& analysis, std::string_view prose, std::uint32_t sentence) const {
  parse(analysis, prose, std::span(&sentence, 1));
}

void English::parse_all(Analysis& analysis, std::string_view prose) const {
  std::vector<std::uint32_t> all(analysis.sentences.size());
  std::iota(all.begin(), all.end(), 0U);
  parse(analysis, prose, all);
}

void English::parse(Analysis& analysis, std::string_view prose,
                    std::span<const std::uint32_t> sentences) const {
  std::vector<TokenRange> ranges;
  std::vector<std::pair<Upos, Xpos>> before;
  for (const std::uint32_t i : sentences) {
    Sentence& sentence = analysis.sentences[i];
    if (sentence.parsed) continue;
    sentence.parsed = true;
    ranges.push_back(sentence.tokens);
    for (const Token& token : tokens_of(analysis, sentence)) before.emplace_back(token.upos, token.xpos);
  }
  model_->parser.parse(analysis.tokens, ranges, prose);
  std::optional<LemmaIndex> lemmas;  // costs as much as there are lemmas: made only for a word that needs it
  std::size_t at = 0;
  for (const TokenRange range : ranges) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      Token& token = analysis.tokens[i];
      if (is_rare_title(slice(prose, token.span))) name_as_title(token);
      if (token.upos == Upos::VERB) {
        const VerbForms::Form* verb = model_->verbs.find(slice(prose, token.span));
        if (verb != nullptr && verb->lemma != analysis.lemma(i)) {
          if (!lemmas) lemmas.emplace(model_->lemmatiser, analysis.lemmas);
          token.lemma = lemmas->place_of(verb->lemma);
          token.features = features_of(token.upos, token.xpos, slice(prose, token.span), verb->lemma);
          ++at;
          continue;
        }
      }
      if (before[at++] == std::pair(token.upos, token.xpos)) continue;
      const std::string_view word = slice(prose, token.span);
      const WordForm form = word_form(word);
      const JointTag tag = model_->joint_tag(token.upos, token.xpos);
      const std::uint32_t script = model_->lemmatiser.script(word, form, tag);
      if (model_->lemmatiser.lemma(word, script) != analysis.lemma(i)) {
        if (!lemmas) lemmas.emplace(model_->lemmatiser, analysis.lemmas);
        token.lemma = lemmas->find(word, form, tag);
      }
      token.features = features_of(token.upos, token.xpos, word, analysis.lemma(i));
    }
    const std::span sentence = std::span(analysis.tokens).subspan(range.begin, range.size());
    const ParsedSentence parsed{sentence, range.begin, prose};
    join_in_laws(parsed);
    return_stray_subjects(parsed);
    read_calls_for_help(parsed);
    read_letters_as_subjects(parsed);
    for (const std::uint32_t auxiliary : read_contracted_have(sentence, range.begin, prose)) {
      if (!lemmas) lemmas.emplace(model_->lemmatiser, analysis.lemmas);
      analysis.tokens[auxiliary].lemma = lemmas->place_of("have");
    }
    mark_passives(sentence, range.begin);
  }
}

}  // namespace onus
