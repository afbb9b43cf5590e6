#include <algorithm>

#include "people/entries.h"
#include "people/gathering.h"
#include "people/listed_initials.h"
#include "people/people.h"
#include "people/roles.h"

namespace onus {
namespace {

bool is_parent(const Known& known) {
  return std::any_of(known.keys.begin(), known.keys.end(), [](const std::string& key) {
    return key == "mother" || key == "father" || key == "parent" || key == "carer" ||
           key.starts_with("step") || key.starts_with("foster");
  });
}

// "Ms Hart's mother": the parent of one of the grown-ups, and of nobody younger.
bool is_parent_of_grown(const Gathering& g, std::uint32_t person) {
  const auto is_parent_in = [&](const Relation& relation) {
    return relation.person == person && relation.owner != kNone &&
           (relation.key == "mother" || relation.key == "father");
  };
  const bool children = std::any_of(g.people.begin(), g.people.end(), is_child);
  const auto is_grown = [&](const Relation& relation) {
    const Known& owner = g.people[relation.owner];
    return (children && !is_child(owner)) || owner.generation == Generation::adult || owner.age >= 18 ||
           is_parent(owner);
  };
  bool grown = false;
  for (const Relation& relation : g.relations) {
    if (!is_parent_in(relation)) continue;
    if (!is_grown(relation)) return false;
    grown = true;
  }
  return grown;
}

// "Derek's brother", "her sister": of a grown-up.
bool is_sibling_of_grown(const Gathering& g, std::uint32_t person) {
  return std::any_of(g.relations.begin(), g.relations.end(), [&](const Relation& relation) {
    return relation.person == person && relation.owner != kNone && !is_child(g.people[relation.owner]) &&
           (relation.key == "brother" || relation.key == "sister" || relation.key == "sibling");
  });
}

// "Tara's child is Bobby": someone's mother or father, if also a daughter or a son.
bool has_child(const Gathering& g, std::uint32_t person) {
  return std::any_of(g.relations.begin(), g.relations.end(), [&](const Relation& relation) {
    const PersonNoun* noun = g.words.noun_of_key(relation.key);
    return noun != nullptr &&
           ((relation.owner == person && noun->sort == NounSort::child &&
             noun->generation == Generation::child) ||
            (relation.person == person && (relation.key == "mother" || relation.key == "father")));
  });
}

// Children and professionals by their nouns, ages and titles; anyone else who has a place in the family or
// the neighbourhood is "other" until something says more.
void claim_by_nouns(const Gathering& g, std::uint32_t person, Known& known, ProseSpan evidence) {
  const auto claim = [&](Role role) {
    add_claim(known.claims, {role, Basis::stated, Standing::unstated, evidence});
  };
  if (known.professional && (known.age < 0 || known.age >= 18)) {
    add_claim(known.claims, {Role::professional, known.by_setting ? Basis::inferred : Basis::stated,
                             Standing::unstated, evidence});
    return;
  }
  const bool has_children = has_child(g, person);
  const bool grown =
      known.age >= 18 || (known.generation == Generation::adult && !known.has("child")) || has_children;
  const bool child = (known.generation == Generation::child && !has_children) || known.has("child") ||
                     ((known.has("son") || known.has("daughter") || known.has("grandson") ||
                       known.has("granddaughter") || known.has("grandchild")) &&
                      !grown && !known.has("mother") && !known.has("father"));
  if (child && known.age < 18) {
    // "Alleged victims: Wren (7)": a child who is harmed is no parent.
    std::erase_if(known.claims, [](const RoleClaim& c) { return c.role == Role::non_offending_parent; });
    claim(Role::child);
    return;
  }
  for (const std::string& key : known.keys) {
    const PersonNoun* noun = g.words.noun_of_key(key);
    if (noun == nullptr) continue;
    // "Parent/carer: Ryan Clarke" names a parent.
    const bool parent = key == "mother" || key == "father" || key == "parent" || key == "carer" ||
                        key.starts_with("step") || (key == "foster carer" && known.has("parent"));
    if ((noun->sort == NounSort::kin && !parent) || (noun->sort == NounSort::other && !noun->vague) ||
        key == "new partner")
      claim(Role::other);
  }
  if (is_parent_of_grown(g, person) || is_sibling_of_grown(g, person)) claim(Role::other);
}

std::string_view shown_name(const Gathering& g, const FoundMention& mention) {
  return words_of(g.document, g.analysis, mention.kind == MentionKind::name ? mention.tokens : mention.words);
}

// A name says more than a noun, given and family name more than a title.
int fullness(const FoundMention& mention) {
  if (mention.kind != MentionKind::name) return 0;
  if (mention.name.pseudonym) return 2;
  if (mention.name.whole()) return 10 + static_cast<int>(mention.name.words.size());
  return mention.name.title.empty() ? 1 : 2;
}

class CastBuilder {
 public:
  explicit CastBuilder(Gathering& gathering) : g_(gathering) {}

  Cast build() {
    number_people();
    Cast cast;
    cast.people.resize(order_.size());
    name_people(cast);
    for (std::size_t p = 0; p < order_.size(); ++p) {
      Known& known = g_.people[order_[p]];
      claim_by_nouns(g_, order_[p], known, first_span_[p]);
      cast.people[p].roles = known.claims;
      cast.people[p].parent = is_parent(known);
      if (order_[p] == g_.writer && cast.people[p].name.empty()) cast.people[p].name = "the writer";
    }
    add_mentions(cast);
    return cast;
  }

 private:
  // "seen by GP", "copy to HV": a service rather than someone of the report.
  bool is_in_passing(const FoundMention& mention, const Known& known) const {
    if (known.named || known.mentions != 1 || mention.kind != MentionKind::noun ||
        mention.noun->sort != NounSort::professional || mention.reference != Reference::bare)
      return false;
    const std::string_view words = words_of(g_.document, g_.analysis, mention.words);
    return words.size() < 6 && std::all_of(words.begin(), words.end(), [](char c) { return c < 'a'; });
  }

  void number_people() {
    std::vector<bool> passing(g_.people.size(), false);
    for (std::size_t i = 0; i < g_.found.size(); ++i)
      if (g_.meant[i].size() == 1 && is_in_passing(g_.found[i], g_.people[g_.meant[i].front()]))
        passing[g_.meant[i].front()] = true;
    if (g_.writer != kNone && !g_.people[g_.writer].named && !writes_of_own_family(g_))
      passing[g_.writer] = true;
    // "their", where one of them is the writer: it isn't known whom else it means.
    for (auto& people : g_.meant)
      if (std::ranges::any_of(people, [&](std::uint32_t p) { return passing[p]; })) people.clear();
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (g_.people[p].mentions > 0 && !passing[p]) order_.push_back(p);
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return g_.people[a].first < g_.people[b].first;
    });
    place_.assign(g_.people.size(), kNone);
    for (std::uint32_t p = 0; p < order_.size(); ++p) place_[order_[p]] = p;
    first_span_.assign(order_.size(), {});
  }

  void name_people(Cast& cast) {
    std::vector<int> best(order_.size(), -1);
    std::vector<std::vector<std::string>> names(order_.size());
    for (std::size_t i = 0; i < g_.found.size(); ++i) {
      const FoundMention& mention = g_.found[i];
      if (g_.meant[i].size() != 1 || (mention.kind != MentionKind::name && mention.kind != MentionKind::noun))
        continue;
      const std::uint32_t p = place_[g_.meant[i].front()];
      const std::string name(shown_name(g_, mention));
      if (first_span_[p].empty()) first_span_[p] = g_.span_of(mention.tokens);
      if (std::find(names[p].begin(), names[p].end(), name) == names[p].end()) names[p].push_back(name);
      if (fullness(mention) <= best[p]) continue;
      best[p] = fullness(mention);
      cast.people[p].name = name;
    }
    for (std::size_t p = 0; p < order_.size(); ++p)
      for (std::string& name : names[p])
        if (name != cast.people[p].name) cast.people[p].aliases.push_back(std::move(name));
  }

  void add_mentions(Cast& cast) const {
    cast.mention_at.assign(g_.analysis.tokens.size(), kNone);
    for (std::size_t i = 0; i < g_.found.size(); ++i) {
      const FoundMention& found = g_.found[i];
      Mention mention;
      mention.tokens = found.tokens;
      mention.head = found.head;
      mention.kind = found.kind;
      mention.plural = found.plural;
      if (found.noun != nullptr) mention.said = found.noun->role;
      if (found.kind == MentionKind::group && found.noun != nullptr && found.noun->key == "children")
        mention.said = Role::child;
      for (const std::uint32_t person : g_.meant[i]) mention.people.push_back(place_[person]);
      cast.mention_at[found.head] = static_cast<std::uint32_t>(cast.mentions.size());
      cast.mentions.push_back(std::move(mention));
    }
  }

  Gathering& g_;
  std::vector<std::uint32_t> order_;  // people that the text mentions, by their first mention
  std::vector<std::uint32_t> place_;  // and their places in it
  std::vector<ProseSpan> first_span_;
};

// The words of all names that were declared; "Mr" and "the" do no harm among them.
std::vector<std::string> words_of(const Declarations& declarations) {
  std::vector<std::string> words;
  for (const auto* names : {&declarations.perpetrators, &declarations.survivors, &declarations.children,
                            &declarations.professionals})
    for (const std::string& name : *names) {
      const std::string folded = fold_words(name);
      for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin) words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
      }
    }
  return words;
}

// "GP: denies everything" of Gavin Pike is no line that names the doctor.
void drop_labels_of(const std::vector<bool>& initials, Gathering& g) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t t = 0; t < initials.size(); ++t)
    if (initials[t]) places.push_back(g.analysis.tokens[t].span.begin);
  std::erase_if(g.details, [&](const Detail& detail) {
    return std::binary_search(places.begin(), places.end(), detail.label.begin);
  });
}

}  // namespace

People who_is_who(const Document& document, const Analysis& analysis, const Clauses& clauses,
                  const Declarations& declarations, const PeopleWords& words,
                  const FeatureNet& likely_places) {
  Gathering g{document, analysis, clauses, words, likely_places,          {},   {}, {}, {},
              {},       {},       {},      {},    words_of(declarations), kNone};
  g.details = find_details(document, words);
  g.begins_entry = entry_starts(document, analysis);
  const std::vector<bool> initials = listed_initials(document, analysis, words, g.details, g.begins_entry);
  drop_labels_of(initials, g);
  g.found = find_mentions(document, analysis, words, g.details, g.begins_entry, initials, g.declared);
  drop_what_is_no_person(g);
  find_ties(g);
  gather_names(g);
  apply_ties(g);
  learn_ages(g);
  learn_agreement(g);
  settle_parents(g);
  learn_listed(g);
  learn_writer(g);
  learn_couples(g);
  settle_own_work(g, false);
  learn_professionals(g);
  learn_children(g);
  settle_parents(g);
  resolve_mentions(g);
  settle_own_work(g, true);
  People people;
  people.cast = CastBuilder(g).build();
  people.cast.labels = declarations.labels;
  state_roles(document, analysis, clauses, people.cast);
  people.warnings = declare_roles(people.cast, declarations);
  return people;
}

}  // namespace onus
