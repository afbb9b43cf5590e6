#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "language/parser_kernels.h"
#include "language/parser_net.h"
#include "language/verb_forms.h"
#include "language/word_features.h"

namespace onus {

// Finds heads and Universal Dependencies relations, and better tags than the tagger's on the way.
//
// A network trained on treebanks: embeddings of words and of their parts are added up (no word is unknown),
// three layers of a bidirectional simple recurrent unit (Lei et al. 2018) read the sentence, pairs of words
// are scored as head and dependent (Dozat & Manning 2017), and the best tree with one root is taken. Weights
// are 8-bit integers. The same sentence gets the same tree on every processor.
class Parser {
 public:
  // `section` is the parser's part of the model file, at a multiple of 64 bytes; the Parser refers into it,
  // so it has to outlive the Parser. Throws Failure when it is damaged. Copies nothing big: fast enough to do
  // at every start.
  explicit Parser(std::span<const std::byte> section, Instructions = best_instructions());

  // Sets head, deprel, upos and xpos of the tokens of these sentences, given as ranges of `tokens`
  // (Analysis::tokens; heads are indexes into it); reads the tokens' spans and the tagger's tags, which count
  // beside the network's own. Each sentence becomes a tree with one root, whose head is itself. Sentences
  // of more than kWindow tokens are cut and parsed in parts, whose roots hang on the first one's as
  // `parataxis`: time is linear in the number of tokens, and bounded for each.
  // A sentence gets the same tree alone as among others, but several in one call are up to twice as fast.
  // Any number of threads may call it at once. Allocates only in a thread's first calls.
  void parse(std::span<Token> tokens, std::span<const TokenRange> sentences, std::string_view prose) const;

  // A word that the network has never met is read as its stand-in there, if it has one. `verbs` has to
  // outlive the Parser.
  void read_unknown_as(const VerbForms* verbs) { verbs_ = verbs; }

  static constexpr std::uint32_t kWindow = 160;

 private:
  struct Scratch;
  void parse_batch(std::span<Token> tokens, std::string_view prose, Scratch& scratch) const;
  WordFeatures features_of_name(std::string_view form) const;
  WordFeatures features_of_word(std::string_view form) const;
  void embed(std::span<const Token> tokens, std::string_view prose, Scratch& scratch) const;
  void encode(std::span<Token> tokens, Scratch& scratch) const;
  void take_tags(std::span<Token> tokens, Scratch& scratch) const;
  void view(Scratch& scratch) const;
  void attach(std::size_t first_row, std::size_t count, Scratch& scratch) const;
  void take_relations(std::span<Token> tokens, Scratch& scratch) const;
  std::size_t distance_index(std::size_t dependent, std::size_t head) const;

  ParserNet net_;
  const VerbForms* verbs_ = nullptr;
  const ParserKernels* kernels_;
  std::size_t root_relation_;
  std::vector<float> distance_;  // by head − dependent + kWindow
};

}  // namespace onus
