#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/clauses.h"
#include "language/feature_net.h"
#include "people/cast.h"
#include "people/details.h"
#include "people/mentions.h"
#include "people/words.h"
#include "reading/document.h"

// The cast while it is being gathered. The steps, in their order: names to people (names.cpp), what is said
// of names beside them (ties.cpp), then every mention in the order of the text (resolve.cpp, pronouns.cpp).
namespace onus {

// What is known of someone so far.
struct Known {
  std::string given, family, title, suffix, pseudonym;
  std::vector<std::string> middle;  // further given names
  std::vector<std::string> words;   // nouns beside the name, as written, folded: "mam"
  std::vector<std::string> keys;    // nouns of people.yaml that are this person's: "mother", "social worker"
  Agreement agrees = Agreement::unknown;
  int he = 0, she = 0;  // votes of pronouns that can mean no one else
  Generation generation = Generation::unknown;
  int age = -1;               // years; -1: not told
  bool professional = false;  // by title or noun
  bool by_setting = false;    // a professional only by the places and clauses in which the person stands
  bool named = false;
  std::uint32_t named_times = 0;  // by names and nouns that are tied to the person
  std::uint32_t mentions = 0;
  std::uint32_t first = kNone;  // token
  std::vector<RoleClaim> claims;

  bool has(std::string_view key) const;
  void add_key(std::string_view key);
};

// "Ewan's mother is Ms Hart": `person` is the `key` of `owner`.
struct Relation {
  std::uint32_t owner = kNone;
  std::string key;
  std::uint32_t person = kNone;
  bool former = false;  // "ex-partner", "former wife"
};

// What stands beside a name and says who it is.
struct Tie {
  std::uint32_t name = kNone;          // index in Gathering::found, a name
  std::uint32_t noun_mention = kNone;  // index in Gathering::found, or kNone for a label or a bracket
  const PersonNoun* noun = nullptr;
  bool defines = false;  // "“FOB” means …": holds wherever the noun stands
  ProseSpan evidence;
};

// A report speaks of a few dozen people; what goes beyond this isn't gathered, so that time stays linear.
inline constexpr std::size_t kMostPeople = 400;

struct Gathering {
  const Document& document;
  const Analysis& analysis;
  const Clauses& clauses;
  const PeopleWords& words;
  const FeatureNet& likely_places;
  std::vector<Detail> details;
  std::vector<bool> begins_entry;  // as entry_starts gives it
  std::vector<FoundMention> found;
  std::vector<Tie> ties;
  std::vector<Known> people;
  std::vector<Relation> relations;
  std::vector<std::vector<std::uint32_t>> candidates;  // for each found mention: whom a name may mean
  std::vector<std::vector<std::uint32_t>> meant;       // for each found mention: whom it does mean
  std::vector<std::string> declared;                   // folded words of the names that were declared
  std::uint32_t writer = kNone;                        // person

  std::string_view text(ProseSpan span) const { return slice<ProseText>(document.prose, span); }
  // The mentions whose heads lie in `span`.
  std::span<const FoundMention> found_in(ProseSpan span) const;
  std::string_view form(std::uint32_t token) const { return text(analysis.tokens[token].span); }
  ProseSpan span_of(TokenRange range) const {
    return {analysis.tokens[range.begin].span.begin, analysis.tokens[range.end - 1].span.end};
  }
};

// Whether what stands behind a label is what somebody has to say or what was done, not who somebody is.
bool is_speech(const Gathering&, const Detail&, const FoundMention& name);
// Whether the name owns a noun before it in `value`: a row of "Father of Child 2" is the father's.
bool owns_noun_in(const Gathering&, ProseSpan value, const FoundMention& name);
// "SOO-JIN KIM, D.M.D., Respondent": the mention of a part in a case right behind the name, behind degrees
// too; an index in found, or kNone.
std::uint32_t part_behind(const Gathering&, const FoundMention& name);
// The names right behind which an age below 18 or a year of school stands, as indexes in found.
std::vector<std::uint32_t> children_by_age(const Gathering&);

Agreement agreement_of(const Known&);
// Whether a mention that agrees with the one pronoun may mean someone who agrees with the other.
bool compatible(Agreement, Agreement);

// The steps.
void drop_what_is_no_person(Gathering&);
void find_ties(Gathering&);
void gather_names(Gathering&);
void apply_ties(Gathering&);
void learn_ages(Gathering&);
void learn_agreement(Gathering&);
void settle_parents(Gathering&);
void learn_listed(Gathering&);
void learn_professionals(Gathering&);
// Couples of whom one has a title or a job: "They have been married for eleven years".
void learn_couples(Gathering&);
// Who is of the family by now is no professional of the report, whatever the title. `by_pronouns`: what is
// known of the family rests on pronouns too.
void settle_own_work(Gathering&, bool by_pronouns);
// Children of whom no age says so: "Oisin's teacher", "Zara and Bilal" where Zara is one.
void learn_children(Gathering&);
void resolve_mentions(Gathering&);

// Who writes the report ("Author: …", "I, Leanne Hart, …", a signature), or kNone.
std::uint32_t writer_of(const Gathering&);
// Sets the writer, and that it is a professional where the title of the document or "my manager" says so.
void learn_writer(Gathering&);
// "my husband", "our children", "I am the father of Ines": a statement of somebody of the family, who signs
// it as such. Otherwise "I" writes of others.
bool writes_of_own_family(const Gathering&);

std::uint32_t related(const Gathering&, std::uint32_t owner, std::string_view key);
bool is_child(const Known&);
// "ex-partner", "his former wife"
bool is_former(std::string_view words);

}  // namespace onus
