#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/analysis.h"

namespace onus {

enum class Spelling : std::uint8_t { british, american };  // travelled, traveled

// The forms of English verbs and nouns. Regular ones follow rules of spelling (Quirk, Greenbaum, Leech and
// Svartvik 1985, 3.5–3.10 and 5.80); irregular ones and verbs that double their last consonant are in three
// tables that anyone may extend. Every function takes a lemma and keeps a first capital (Hit → Hitting). Of a
// verb of several words the first is inflected (grow up → grew up), of a noun or a hyphenated verb the last
// (force-feed → force-fed). Const after loading; any thread may use it.
class Inflector {
 public:
  // `words` holds irregular-verbs.tsv, irregular-nouns.tsv and doubling-verbs.txt. Throws Failure when one is
  // missing or a line of it can't be understood.
  explicit Inflector(const std::filesystem::path& words, Spelling spelling = Spelling::british);

  std::string past(std::string_view verb) const;                // hit, tried; of "be": was
  std::string past_participle(std::string_view verb) const;     // hit, tried, been
  std::string present_participle(std::string_view verb) const;  // hitting, trying
  std::string third_person(std::string_view verb) const;        // hits, tries; modal verbs have none: can
  std::string plural(std::string_view noun) const;              // children, policies; names: Kennedys, IDVAs

  // The form that agrees with a subject: "be", past, third, plural is "were". `tense` none gives the lemma.
  std::string finite(std::string_view verb, Tense tense, GrammaticalPerson person, Number number) const;

  // Is `form` one of the forms in use ("learnt" and "learned")? In lower case.
  bool is_past(std::string_view verb, std::string_view form) const;
  bool is_past_participle(std::string_view verb, std::string_view form) const;
  bool is_plural(std::string_view noun, std::string_view form) const;

 private:
  using Forms = std::vector<std::string>;  // the one to write first
  struct Irregular {
    Forms past;
    Forms participle;
  };
  enum class Part : std::uint8_t { past, participle };

  void load_verbs(const std::filesystem::path& path);
  void load_nouns(const std::filesystem::path& path);
  void load_doubling(const std::filesystem::path& path);
  Forms verb_forms(std::string_view verb, Part part) const;
  Forms plural_forms(std::string_view noun) const;
  const Irregular* irregular(std::string_view verb, std::string_view& prefix) const;
  bool doubles(std::string_view verb) const;

  std::unordered_map<std::string, Irregular> verbs_;
  std::unordered_map<std::string, Forms> nouns_;
  std::unordered_set<std::string> doubling_;
  Spelling spelling_;
};

// "a" or "an", by the sound that `next` begins with: an hour, a university, an 18-year-old, an NSPCC worker,
// a MARAC.
std::string_view indefinite_article(std::string_view next);

}  // namespace onus
