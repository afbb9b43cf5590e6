#include "language/transition_parser.h"

#include <algorithm>
#include <array>
#include <vector>

#include "language/transition_system.h"
#include "language/word_form.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr ParserWord kAbsent = {0, 2000};

// A place in the state: the word there and what hangs on it.
struct Place {
  std::uint64_t word;
  std::uint64_t tag;
  const ParserState::Arcs* arcs;
};

class View {
 public:
  View(const ParserState& state, std::span<const ParserWord> words) : state_(state), words_(words) {}

  Place at(std::uint32_t index) const {
    static constexpr ParserState::Arcs kNothing = {};
    if (index == kNobody) return {kAbsent.lower, kAbsent.tag, &kNothing};
    return {words_[index].lower, words_[index].tag, &state_.arcs(index)};
  }

 private:
  const ParserState& state_;
  std::span<const ParserWord> words_;
};

std::uint64_t relation_of(const View& view, std::uint32_t word) {
  return word == kNobody ? 99U : static_cast<std::uint64_t>(view.at(word).arcs->relation);
}

std::uint64_t distance_between(std::uint32_t a, std::uint32_t b) {
  if (a == kNobody || b == kNobody) return 0;
  const std::uint32_t distance = b - a;
  return distance < 5 ? distance : distance < 10 ? 5 : 6;
}

void add_one(unsigned feature, const Place& place, FeatureList& out) {
  out.add(feature, place.word);
  out.add(feature + 1, place.tag);
  out.add(feature + 2, place.word, place.tag);
}

// The pair of the two places where an arc may be drawn.
void add_pair(unsigned feature, const Place& a, const Place& b, std::uint64_t distance, FeatureList& out) {
  out.add(feature, mix(a.word, a.tag), b.word, b.tag);
  out.add(feature + 1, mix(a.word, a.tag), b.word);
  out.add(feature + 2, a.word, mix(b.word, b.tag));
  out.add(feature + 3, mix(a.word, a.tag), b.tag);
  out.add(feature + 4, a.tag, mix(b.word, b.tag));
  out.add(feature + 5, a.word, b.word);
  out.add(feature + 6, a.tag, b.tag);
  out.add(feature + 7, a.tag, b.tag, distance);
  out.add(feature + 8, a.word, distance);
  out.add(feature + 9, b.word, distance);
  out.add(feature + 10, a.tag, distance);
  out.add(feature + 11, b.tag, distance);
}

// Numbers and kinds of the dependents that a place has so far.
void add_dependents(unsigned feature, const View& view, const Place& place, FeatureList& out) {
  const ParserState::Arcs& arcs = *place.arcs;
  const std::uint64_t lefts = std::min(arcs.lefts, 4U);
  const std::uint64_t rights = std::min(arcs.rights, 4U);
  out.add(feature, place.word, lefts);
  out.add(feature + 1, place.tag, lefts);
  out.add(feature + 2, place.word, rights + 8);
  out.add(feature + 3, place.tag, rights + 8);
  const std::uint64_t left = relation_of(view, arcs.left1) * 128 + relation_of(view, arcs.left2);
  const std::uint64_t right = relation_of(view, arcs.right1) * 128 + relation_of(view, arcs.right2);
  out.add(feature + 4, place.tag, left);
  out.add(feature + 5, place.tag, right);
  out.add(feature + 6, place.word, left);
  out.add(feature + 7, place.word, right);
  const Place l1 = view.at(arcs.left1);
  const Place r1 = view.at(arcs.right1);
  out.add(feature + 8, l1.word, relation_of(view, arcs.left1));
  out.add(feature + 9, r1.word, relation_of(view, arcs.right1));
  out.add(feature + 10, l1.tag, place.tag);
  out.add(feature + 11, r1.tag, place.tag);
}

}  // namespace

void add_parser_features(const ParserState& state, std::span<const ParserWord> words, FeatureList& out) {
  const View view(state, words);
  const std::uint32_t top = state.from_top(0);
  const Place s0 = view.at(top);
  const Place s1 = view.at(state.from_top(1));
  const Place s2 = view.at(state.from_top(2));
  const Place b0 = view.at(state.front());
  const Place b1 = view.at(state.in_buffer(1));
  const Place b2 = view.at(state.in_buffer(2));
  out.add(0, std::min<std::size_t>(state.depth(), 3), state.front() == state.size());
  add_one(1, s0, out);
  add_one(4, s1, out);
  add_one(7, b0, out);
  add_one(10, b1, out);
  add_one(13, b2, out);
  out.add(16, s2.tag);
  out.add(17, s2.word);
  add_pair(20, s0, b0, distance_between(top, state.front()), out);
  add_pair(40, s1, s0, distance_between(state.from_top(1), top), out);
  out.add(60, s0.tag, b0.tag, b1.tag);
  out.add(61, s1.tag, s0.tag, b0.tag);
  out.add(62, s2.tag, s1.tag, s0.tag);
  out.add(63, b0.tag, b1.tag, b2.tag);
  out.add(64, mix(s1.tag, s0.tag), b0.tag, b1.tag);
  out.add(65, b0.word, b1.tag);
  out.add(66, s1.word, s0.tag, b0.tag);
  out.add(67, s1.tag, s0.word, b0.tag);
  out.add(68, s1.tag, s0.tag, b0.word);
  const Place s0r = view.at(s0.arcs->right1);
  const Place s0l = view.at(s0.arcs->left1);
  const Place b0l = view.at(b0.arcs->left1);
  const Place s1r = view.at(s1.arcs->right1);
  out.add(69, s0.tag, s0r.tag, b0.tag);
  out.add(70, s0.tag, s0l.tag, b0.tag);
  out.add(71, s0.tag, b0l.tag, b0.tag);
  out.add(72, s1.tag, s1r.tag, s0.tag);
  add_dependents(80, view, s0, out);
  add_dependents(100, view, b0, out);
  add_dependents(120, view, s1, out);
}

TransitionParser::TransitionParser(const ModelFile& file) : model_(file.section("transition-parser")) {
  if (model_.classes() != transition::kClasses)
    throw Failure("the English model is damaged; install it again");
}

namespace {

std::size_t best(const LinearModel& model, const ParserState& state, std::span<const ParserWord> words) {
  FeatureList features;
  add_parser_features(state, words, features);
  for (std::size_t f = 0; f < features.size; ++f) model.prefetch(features.hashes[f]);
  alignas(64) std::array<std::int16_t, 256> scores;
  std::fill_n(scores.begin(), model.stride(), std::int16_t{0});
  for (std::size_t f = 0; f < features.size; ++f) model.add(features.hashes[f], scores.data());
  std::size_t best = 0;
  int highest = INT32_MIN;
  const auto consider = [&](std::size_t begin, std::size_t end) {
    for (std::size_t cls = begin; cls < end; ++cls)
      if (scores[cls] > highest) {
        highest = scores[cls];
        best = cls;
      }
  };
  if (state.may(transition::shift)) consider(0, transition::kLeft);
  if (state.may(transition::left)) consider(transition::kLeft, transition::kRight);
  if (state.may(transition::right)) consider(transition::kRight, transition::kClasses);
  return best;
}

}  // namespace

void TransitionParser::parse(std::span<Token> sentence, std::string_view prose) const {
  if (sentence.empty()) return;
  std::vector<ParserWord> words;
  words.reserve(sentence.size() + 1);
  for (const Token& token : sentence)
    words.push_back({lower_hash(slice(prose, token.span)), parser_tag(token.upos, token.xpos)});
  words.push_back(kRootWord);
  ParserState state(sentence.size());
  while (!state.finished()) state.apply(best(model_, state, words));
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    const std::uint32_t head = state.arcs(i).head;
    const bool root = head == sentence.size();
    sentence[i].head = root ? i : head;
    const Deprel relation = state.arcs(i).relation;
    sentence[i].deprel = root ? Deprel::root : relation == Deprel::root ? Deprel::dep : relation;
  }
}

}  // namespace onus
