#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/clauses.h"
#include "people/cast.h"
#include "people/details.h"
#include "people/words.h"
#include "reading/document.h"

// Phrases that speak of people, before it is known who is meant.
namespace onus {

// A name as it stands. "Child B" and "Mr P" are names too.
struct NameForm {
  std::string title;               // folded, without its point; empty without one
  std::vector<std::string> words;  // as written, without title and suffix
  std::string suffix;              // folded: "senior"
  std::string nickname;            // "Mossie" of "Maurice “Mossie” Crehan"
  bool pseudonym = false;          // "Child B", "Adult 1", "SW1": a noun and a letter or number
  bool whole() const { return words.size() > 1; }
};

// How a noun phrase refers. bare: "Mum", and notes that leave out articles.
enum class Reference : std::uint8_t { definite, bare, possessed, indefinite, generic };

struct FoundMention {
  TokenRange tokens;
  TokenRange words;        // without determiner and possessor
  std::uint32_t head = 0;  // token
  MentionKind kind = MentionKind::name;
  NameForm name;                     // names
  const PersonNoun* noun = nullptr;  // nouns, groups, agencies, and pseudonyms
  Reference reference = Reference::definite;
  Agreement agrees = Agreement::unknown;
  bool plural = false;
  bool quoted = false;              // inside quotation marks
  std::uint32_t possessor = kNone;  // index of the mention of "Ewan's", "his", "of the children"
  std::uint32_t sentence = 0;
};

// In the order of their heads' tokens. Linear in the length of the document. `declared`: the words of
// declared names, which are names even where the tagger takes them for something else. `begins_entry`: as
// entry_starts gives it. `initials`: as listed_initials gives them.
std::vector<FoundMention> find_mentions(const Document&, const Analysis&, const PeopleWords&,
                                        std::span<const Detail>, const std::vector<bool>& begins_entry,
                                        const std::vector<bool>& initials,
                                        std::span<const std::string> declared);

// The words of a range of tokens as they stand.
std::string_view words_of(const Document&, const Analysis&, TokenRange);

}  // namespace onus
