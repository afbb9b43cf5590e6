#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>

#include "people/gathering.h"
#include "people/name_forms.h"
#include "people/other_names.h"
#include "text/closed_list.h"

// Names to people: which forms of a name are one person's.
namespace onus {
namespace {

class NameGatherer {
 public:
  explicit NameGatherer(Gathering& gathering) : g_(gathering) {}

  // Whole names first, so that every shorter form finds all of them.
  void run() {
    g_.candidates.assign(g_.found.size(), {});
    for (const FoundMention& mention : g_.found)
      keys_.push_back(mention.kind == MentionKind::name ? key_of_form(mention.name) : std::string{});
    read_hints();
    labels_ = labels_with_names(g_);
    each([&](const FoundMention& m) { return m.name.pseudonym && !is_label(m); },
         &NameGatherer::add_pseudonym);
    other_of_ = other_names(g_);
    for (const auto& [name, other] : other_of_) others_.insert(keys_[other]);
    each([&](const FoundMention& m) { return m.name.whole() && !is_initial(m.name.words.front()); },
         &NameGatherer::add_whole);
    each([&](const FoundMention& m) { return m.name.whole() && is_initial(m.name.words.front()); },
         &NameGatherer::add_initialled);
    read_other_names();
    each(
        [&](const FoundMention& m) {
          return is_single(m.name) && !m.name.title.empty() && !is_initial(m.name.words.front());
        },
        &NameGatherer::add_titled);
    each([&](const FoundMention& m) { return is_single(m.name) && !m.name.title.empty(); },
         &NameGatherer::add_titled);
    read_other_names();
    read_aliases();
    read_labels();
    each([&](const FoundMention& m) { return is_single(m.name) && m.name.title.empty(); },
         &NameGatherer::add_bare);
    read_labels();  // "CH1: Haris"
    read_other_names();
    each([&](const FoundMention& m) { return m.name.pseudonym; }, &NameGatherer::add_pseudonym);
  }

 private:
  template <class Test>
  void each(Test test, void (NameGatherer::*step)(std::uint32_t)) {
    for (std::uint32_t i = 0; i < g_.found.size(); ++i)
      if (g_.found[i].kind == MentionKind::name && test(g_.found[i]) && !others_.contains(keys_[i]) &&
          !take_seen(i))
        (this->*step)(i);
  }

  // A form of a name is settled once; where it stands again it means the same people.
  bool take_seen(std::uint32_t i) {
    const auto seen = seen_.find(keys_[i]);
    if (seen == seen_.end()) return false;
    g_.candidates[i] = seen->second;
    return true;
  }
  // "Orla Tierney (OT)", "Marisol Quintero ("Mari")", "Ms Hart (hereafter Leanne)": from then on another
  // name.
  void read_aliases() {
    for (std::uint32_t i = 0; i < g_.found.size(); ++i)
      if (!g_.found[i].name.nickname.empty() && g_.candidates[i].size() == 1) {
        NameForm called;
        called.words = {g_.found[i].name.nickname};
        seen_.emplace(key_of_form(called), g_.candidates[i]);
      }
    for (std::uint32_t i = 0; i + 1 < g_.found.size(); ++i) {
      if (g_.found[i].kind != MentionKind::name || g_.candidates[i].size() != 1) continue;
      const std::uint32_t alias = bracketed_name(g_, i);
      if (alias == kNone) continue;
      seen_.emplace(key_of_form(g_.found[alias].name), g_.candidates[i]);
      learn_from_code(g_.found[alias].name.words.front(), g_.candidates[i].front());
    }
  }

  // "Shawna Price (SM, 35)": so American agencies write for a stepmother. "BF" is a boyfriend elsewhere, so
  // it takes another such code to make a birth father of it.
  void learn_from_code(std::string_view code, std::uint32_t person) {
    struct Code {
      std::string_view letters, key;
      Agreement agrees;
    };
    static constexpr std::array<Code, 4> codes{{{"SM", "stepmother", Agreement::she},
                                                {"BM", "mother", Agreement::she},
                                                {"SF", "stepfather", Agreement::he},
                                                {"BF", "father", Agreement::he}}};
    const auto known_code = [&](const FoundMention& mention) {
      return mention.kind == MentionKind::name && is_abbreviation(mention.name) &&
             mention.name.words.front() != code && std::ranges::any_of(codes, [&](const Code& c) {
               return mention.name.words.front() == c.letters;
             });
    };
    for (const Code& each : codes) {
      if (each.letters != code) continue;
      Known& known = g_.people[person];
      if (known.agrees == Agreement::unknown) known.agrees = each.agrees;
      if (std::ranges::any_of(g_.found, known_code)) known.add_key(std::string(each.key));
    }
  }

  // Gives the other names their people as soon as it is known who has the first name.
  void read_other_names() {
    for (const auto& [i, j] : other_of_) {
      const NameForm& other = g_.found[j].name;
      if (g_.candidates[i].size() != 1 || !others_.contains(key_of_form(other))) continue;
      others_.erase(key_of_form(other));
      const auto people = g_.candidates[i];
      seen_.emplace(key_of_form(other), people);
      if (other.whole() && !is_initial(other.words.front())) {
        NameForm given;
        given.words = {other.words.front()};
        seen_.emplace(key_of_form(given), people);
      }
      for (std::uint32_t k = 0; k < g_.found.size(); ++k)
        if (g_.found[k].kind == MentionKind::name && g_.candidates[k].empty() &&
            keys_[k] == key_of_form(other))
          g_.candidates[k] = people;
    }
  }

  // "Chair: M. Ní Fhloinn", and later "Chair asked …".
  void read_labels() {
    for (const auto& [label, i] : labels_)
      if (g_.candidates[i].size() == 1) seen_.emplace("|" + label + " |", g_.candidates[i]);
  }

  // "PERP1: Imran Qureshi", and later "PERP1 told …": the label stands for whoever is named behind it.
  bool is_label(const FoundMention& mention) const {
    const std::string name = fold(mention.name.words.front());
    return std::any_of(labels_.begin(), labels_.end(), [&](const auto& each) { return each.first == name; });
  }

  // What stands beside names is needed before the people are: "Mr Baird" isn't Ewan Baird, who is nine.
  void read_hints() {
    for (const Tie& tie : g_.ties) {
      Hint& hint = hints_[key_of(g_.found[tie.name].name)];
      if (tie.noun->generation != Generation::unknown) hint.generation = tie.noun->generation;
      if (tie.noun->role == Role::child && tie.noun->generation == Generation::unknown)
        hint.generation = Generation::child;
      if (tie.noun->agrees != Agreement::unknown) hint.agrees = tie.noun->agrees;
    }
    // "Sorcha Halloran (9)"
    for (const std::uint32_t i : children_by_age(g_))
      if (g_.found[i].name.title.empty()) hints_[key_of(g_.found[i].name)].generation = Generation::child;
  }

  std::uint32_t add_person(std::uint32_t i, bool titled_single) {
    const FoundMention& mention = g_.found[i];
    Known known;
    known.named = true;
    known.suffix = mention.name.suffix;
    known.title = mention.name.title;
    known.agrees = mention.agrees;
    const Title* title = title_of(mention.name);
    known.professional = title != nullptr && title->professional;
    // "Judge Considine", and later "the judge"; "Uncle Des", and later "her uncle"
    if (const PersonNoun* noun = title == nullptr ? nullptr : g_.words.noun(mention.name.title);
        noun != nullptr && (noun->sort == NounSort::kin || noun->role == Role::professional))
      known.add_key(noun->key);
    if (title != nullptr) known.generation = Generation::adult;
    if (mention.name.pseudonym) {
      known.pseudonym = mention.name.words.front();
      known.add_key(mention.noun->key);
      known.generation = mention.noun->generation;
      known.professional |= mention.noun->sort == NounSort::professional;
    } else if (mention.name.whole()) {
      known.given = mention.name.words.front();
      known.family = family_of(mention.name);
      known.middle.assign(mention.name.words.begin() + 1, mention.name.words.end() - 1);
    } else if (titled_single) {
      known.family = mention.name.words.front();
    } else {
      known.given = mention.name.words.front();
    }
    if (const auto hint = hints_.find(key_of(mention.name)); hint != hints_.end()) {
      if (hint->second.generation != Generation::unknown) known.generation = hint->second.generation;
      if (known.agrees == Agreement::unknown) known.agrees = hint->second.agrees;
    }
    g_.people.push_back(std::move(known));
    return static_cast<std::uint32_t>(g_.people.size() - 1);
  }

  template <class Test>
  std::vector<std::uint32_t> those(Test test) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (test(g_.people[p])) out.push_back(p);
    return out;
  }

  // Gives the mention its person, or makes one.
  template <class Test>
  void settle(std::uint32_t i, bool titled_single, Test test) {
    std::vector<std::uint32_t> people = those(test);
    if (people.empty() && g_.people.size() < kMostPeople) people.push_back(add_person(i, titled_single));
    g_.candidates[i] = people;
    seen_.emplace(keys_[i], people);
    if (people.size() == 1) take_over(i, g_.people[people.front()]);
  }

  // What this form of the name adds to what is known.
  void take_over(std::uint32_t i, Known& known) {
    const FoundMention& mention = g_.found[i];
    if (known.agrees == Agreement::unknown) known.agrees = mention.agrees;
    if (known.title.empty()) known.title = mention.name.title;
    if (mention.name.whole() && is_initial(known.given) && !is_initial(mention.name.words.front()))
      known.given = mention.name.words.front();
    if (known.family.empty() && mention.name.whole()) known.family = family_of(mention.name);
    if (const Title* title = title_of(mention.name)) {
      known.professional |= title->professional;
      if (known.generation == Generation::unknown) known.generation = Generation::adult;
    }
  }

  void add_pseudonym(std::uint32_t i) {
    const std::string name = fold(g_.found[i].name.words.front());
    const std::uint32_t parent = parent_with_letter(i);
    settle(i, false, [&](const Known& k) {
      return fold(k.pseudonym) == name || (parent != kNone && &k == &g_.people[parent]);
    });
  }

  // "Dad B" and "Mummy K" of a family with two fathers or mothers: the grown-up whose given name begins so.
  std::uint32_t parent_with_letter(std::uint32_t i) const {
    const FoundMention& mention = g_.found[i];
    if (mention.noun == nullptr || (mention.noun->key != "mother" && mention.noun->key != "father"))
      return kNone;
    const std::string_view letter =
        std::string_view(mention.name.words.front()).substr(mention.name.words.front().rfind(' ') + 1);
    if (!is_initial(letter)) return kNone;
    const auto people = those([&](const Known& k) {
      return starts_alike(k.given, letter) && !is_child(k) && !k.professional &&
             compatible(k.agrees, mention.noun->agrees);
    });
    return people.size() == 1 ? people.front() : kNone;
  }

  void add_whole(std::uint32_t i) {
    const NameForm& name = g_.found[i].name;
    const std::string family = family_of(name);
    settle(i, false, [&](const Known& k) {
      return same(k.given, name.words.front()) && same_family(k.family, family) && k.suffix == name.suffix &&
             compatible(k.agrees, g_.found[i].agrees);
    });
  }

  void add_initialled(std::uint32_t i) {
    const NameForm& name = g_.found[i].name;
    const std::string family = family_of(name);
    settle(i, false, [&](const Known& k) {
      return !k.given.empty() && fold(k.given).front() == fold(name.words.front()).front() &&
             same_family(k.family, family) && compatible(k.agrees, g_.found[i].agrees);
    });
    if (!name.title.empty() && g_.candidates[i].size() == 1) by_initial_.insert(g_.candidates[i].front());
  }

  void add_titled(std::uint32_t i) {
    const FoundMention& mention = g_.found[i];
    const std::string& word = mention.name.words.front();
    const Title* title = title_of(mention.name);
    const auto fits = [&](const Known& k) {
      return k.suffix == mention.name.suffix && k.generation != Generation::child &&
             compatible(k.agrees, mention.agrees) && compatible(given_agreement(k), mention.agrees);
    };
    std::vector<std::uint32_t> by_family =
        those([&](const Known& k) { return fits(k) && same_family(k.family, word); });
    // A professional title and a parent of the same surname are two people unless the name was given with it.
    if (title != nullptr && title->professional)
      std::erase_if(by_family, [&](std::uint32_t p) {
        return !g_.people[p].professional && !g_.people[p].title.empty();
      });
    // "Mrs Halloran" and "Ms Halloran" are two people where there are two of that name.
    const auto other_title = [&](std::uint32_t p) {
      return !g_.people[p].title.empty() && g_.people[p].title != mention.name.title;
    };
    if (!std::all_of(by_family.begin(), by_family.end(), other_title)) std::erase_if(by_family, other_title);
    // "Pastor Okoro" is the one who was called so before, not his wife.
    const auto same_title = [&](std::uint32_t p) { return g_.people[p].title == mention.name.title; };
    if (title != nullptr && !title->professional && mention.agrees == Agreement::unknown &&
        std::ranges::any_of(by_family, same_title))
      std::erase_if(by_family, [&](std::uint32_t p) { return !same_title(p); });
    // Nor is "Mr Halloran" the one whom the report calls "Mr B Halloran".
    const auto told_apart = [&](std::uint32_t p) { return by_initial_.contains(p); };
    if (!std::all_of(by_family.begin(), by_family.end(), told_apart)) std::erase_if(by_family, told_apart);
    // Nor is "Ms Whitfield" she who is only introduced as her mother.
    const auto introduced = [&](std::uint32_t p) { return is_introduced_as_kin(p); };
    if (!std::all_of(by_family.begin(), by_family.end(), introduced)) std::erase_if(by_family, introduced);
    narrow(by_family, mention.agrees);
    if (by_family.empty()) by_family = those([&](const Known& k) { return fits(k) && same(k.given, word); });
    // "Mrs N" where there is one Mrs Nóbrega, "DS W" for DS Whitlock
    if (by_family.empty() && is_initial(word))
      by_family = those([&](const Known& k) {
        return fits(k) && starts_alike(k.family, word) &&
               (title == nullptr || title->professional == k.professional);
      });
    if (is_initial(word)) narrow(by_family, mention.agrees);
    if (is_initial(word) && by_family.size() > 1) by_family.clear();
    // "told SW Blessing is no good with forms": two people, the worker and the one who is told of.
    if (title != nullptr && title->professional && by_family.size() == 1 &&
        !g_.people[by_family.front()].professional && same(g_.people[by_family.front()].given, word)) {
      g_.candidates[i] = by_family;
      seen_.emplace(key_of_form(mention.name), by_family);
      return;
    }
    // "Mr P" where there is one Mr Parker.
    settle(i, true, [&](const Known& k) {
      const auto index = static_cast<std::uint32_t>(&k - g_.people.data());
      return std::find(by_family.begin(), by_family.end(), index) != by_family.end();
    });
  }

  // Of several the last ("Snr Cst").
  const Title* title_of(const NameForm& name) const {
    const Title* whole = g_.words.title(name.title);
    return whole != nullptr ? whole
                            : g_.words.title(std::string_view(name.title).substr(name.title.rfind(' ') + 1));
  }

  Agreement given_agreement(const Known& known) const {
    return known.given.empty() ? Agreement::unknown : g_.words.of_given_name(fold(known.given));
  }

  // Of several with one surname those whom the title fits best.
  void narrow(std::vector<std::uint32_t>& people, Agreement agrees) const {
    const auto keep_if_any = [&](auto test) {
      if (people.size() < 2 || std::none_of(people.begin(), people.end(), test)) return;
      std::erase_if(people, [&](std::uint32_t p) { return !test(p); });
    };
    keep_if_any(
        [&](std::uint32_t p) { return agrees != Agreement::unknown && g_.people[p].agrees == agrees; });
    keep_if_any([&](std::uint32_t p) {
      return agrees != Agreement::unknown && given_agreement(g_.people[p]) == agrees;
    });
    keep_if_any([&](std::uint32_t p) { return g_.people[p].generation == Generation::adult; });
  }

  void add_bare(std::uint32_t i) {
    const FoundMention& mention = g_.found[i];
    const std::string& word = mention.name.words.front();
    std::vector<std::uint32_t> fits = those([&](const Known& k) { return same(k.given, word); });
    if (fits.size() > 1) fits = by_given_name(std::move(fits));
    // "Bao" of "Quoc Bao Dinh"
    if (fits.empty())
      fits = those([&](const Known& k) {
        return std::any_of(k.middle.begin(), k.middle.end(),
                           [&](const std::string& middle) { return same(middle, word); });
      });
    if (fits.empty()) {
      fits = those([&](const Known& k) { return same_family(k.family, word); });
      if (const std::uint32_t one = only_untitled(fits); one != kNone) fits = {one};
      if (fits.size() > 1) {
        const auto adults = those(
            [&](const Known& k) { return same_family(k.family, word) && k.generation == Generation::adult; });
        if (adults.size() == 1) fits = adults;
        // Grown-ups go by their family names, children don't.
        if (std::any_of(fits.begin(), fits.end(), [&](std::uint32_t p) { return !is_child(g_.people[p]); }))
          std::erase_if(fits, [&](std::uint32_t p) { return is_child(g_.people[p]); });
      }
    }
    if (fits.empty()) fits = by_initials(word);
    if (fits.empty()) fits = by_short_form(word);
    settle(i, false, [&](const Known& k) {
      const auto index = static_cast<std::uint32_t>(&k - g_.people.data());
      return std::find(fits.begin(), fits.end(), index) != fits.end();
    });
  }

  // "Asare" beside "Mr Asare": of the grown-ups of one family name the one who is never called by a title.
  std::uint32_t only_untitled(const std::vector<std::uint32_t>& people) const {
    std::uint32_t one = kNone;
    std::size_t titled = 0;
    for (const std::uint32_t p : people) {
      if (is_child(g_.people[p])) continue;
      titled += !g_.people[p].title.empty();
      if (!g_.people[p].title.empty()) continue;
      if (one != kNone) return kNone;
      one = p;
    }
    return titled > 0 ? one : kNone;
  }

  // "Emma" of a report with a mother, Emma Taylor, and a school nurse, Emma Shaw: one of the family where one
  // is labelled so, else one who isn't at work.
  std::vector<std::uint32_t> by_given_name(std::vector<std::uint32_t> people) const {
    std::vector<std::uint32_t> family, others;
    for (const std::uint32_t p : people) {
      if (is_labelled_family(p)) family.push_back(p);
      if (!is_tied_to_work(p)) others.push_back(p);
    }
    if (family.size() == 1) return family;
    return others.size() == 1 ? others : people;
  }

  bool is_labelled_family(std::uint32_t person) const {
    return std::ranges::any_of(g_.details, [&](const Detail& detail) {
      const PersonNoun* noun = g_.words.noun_of_key(detail.key);
      if (noun == nullptr || (noun->sort != NounSort::kin && noun->sort != NounSort::partner &&
                              noun->sort != NounSort::child && noun->sort != NounSort::part))
        return false;
      return std::ranges::any_of(g_.found_in(detail.value), [&](const FoundMention& mention) {
        const auto& who = g_.candidates[static_cast<std::size_t>(&mention - g_.found.data())];
        return who.size() == 1 && who.front() == person;
      });
    });
  }

  // "her mother, Loretta Whitfield", "Mr Baird's sister, Isobel Baird": of a grown-up, and not of a child.
  bool is_introduced_as_kin(std::uint32_t person) const {
    return std::ranges::any_of(g_.ties, [&](const Tie& tie) {
      const auto& who = g_.candidates[tie.name];
      if (who.size() != 1 || who.front() != person || tie.noun_mention == kNone) return false;
      const FoundMention& noun = g_.found[tie.noun_mention];
      if (tie.noun->sort != NounSort::kin || noun.possessor == kNone) return false;
      const FoundMention& owner = g_.found[noun.possessor];
      if (owner.kind == MentionKind::noun) return owner.noun->sort == NounSort::part;
      if (owner.kind == MentionKind::pronoun) return !owner.plural && !is_child_before(noun.possessor);
      const auto& owners = g_.candidates[noun.possessor];
      return owner.kind == MentionKind::name && owners.size() == 1 &&
             g_.people[owners.front()].generation == Generation::adult;
    });
  }

  // Who was named last before a pronoun is a child, so that the pronoun may be the child's.
  bool is_child_before(std::uint32_t pronoun) const {
    for (std::uint32_t i = pronoun; i-- > 0 && g_.found[i].sentence == g_.found[pronoun].sentence;) {
      if (g_.found[i].kind != MentionKind::name) continue;
      const auto hint = hints_.find(key_of(g_.found[i].name));
      return hint != hints_.end() && hint->second.generation == Generation::child;
    }
    return true;
  }

  bool is_tied_to_work(std::uint32_t person) const {
    return std::ranges::any_of(g_.ties, [&](const Tie& tie) {
      const auto& who = g_.candidates[tie.name];
      return tie.noun->sort == NounSort::professional && who.size() == 1 && who.front() == person;
    });
  }

  // "Gem" for Gemma, "Keti" for Ketevan, "Robbie" for Robert: what is left without the ending begins one
  // given name only.
  std::vector<std::uint32_t> by_short_form(std::string_view word) const {
    constexpr std::size_t kShortest = 3;
    if (stands_for_itself(word)) return {};
    std::string stem = fold(word);
    for (const std::string_view ending : {"ie", "ey", "y", "i"})
      if (stem.size() > kShortest && stem.ends_with(ending) && stem.size() - ending.size() >= kShortest) {
        stem.resize(stem.size() - ending.size());
        break;
      }
    if (stem.size() > kShortest && stem[stem.size() - 1] == stem[stem.size() - 2]) stem.pop_back();
    if (stem.size() < kShortest || is_capitals(word)) return {};
    const Agreement agrees = g_.words.of_given_name(fold(word));
    auto people = those([&](const Known& k) {
      const std::string given = fold(k.given);
      return given.size() > stem.size() && given.starts_with(stem) && compatible(k.agrees, agrees) &&
             compatible(given_agreement(k), agrees);
    });
    return people.size() == 1 ? people : std::vector<std::uint32_t>{};
  }

  // Somebody else: a given name in its own right, or one beside which it says who that is or how old.
  bool stands_for_itself(std::string_view word) const {
    if (g_.words.of_given_name(fold(word)) != Agreement::unknown) return true;
    return std::any_of(g_.found.begin(), g_.found.end(), [&](const FoundMention& m) {
      return m.kind == MentionKind::name && is_single(m.name) && same(m.name.words.front(), word) &&
             (hints_.contains(key_of(m.name)) || has_number_behind(m));
    });
  }

  // "Gem (34)", "Gem, 34"
  bool has_number_behind(const FoundMention& name) const {
    const std::uint32_t mark = name.tokens.end;
    return mark + 1 < g_.analysis.tokens.size() && one_of(g_.form(mark), {"(", ","}) &&
           g_.form(mark + 1)[0] >= '0' && g_.form(mark + 1)[0] <= '9';
  }

  // "CB" for Callum Baird.
  std::vector<std::uint32_t> by_initials(std::string_view word) const {
    if (word.size() == 2 && word[1] == '.') word.remove_suffix(1);  // "B. parked in the bus bay"
    if (word.size() == 1 && is_capital(word[0]))
      return those(
          [&](const Known& k) { return !k.given.empty() && k.given[0] == word[0] && !k.professional; });
    // "CO'R" for Cathal O'Riain
    if (const std::string letters = letters_of(word); letters.size() == 3 && letters.size() < word.size())
      return those([&](const Known& k) {
        return !k.given.empty() && k.given[0] == letters[0] &&
               (letters_of(k.family).starts_with(letters.substr(1)) ||
                (letters[1] == 'O' && k.family.starts_with(letters.back())) ||
                fold(letters_of(k.family)).starts_with(fold(letters.substr(1))));
      });
    if (word.size() != 2 || !is_capital(word[0]) || !is_capital(word[1])) return {};
    return those([&](const Known& k) {
      return !k.given.empty() && !k.family.empty() && k.given[0] == word[0] && k.family[0] == word[1];
    });
  }
  static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

  struct Hint {
    Agreement agrees = Agreement::unknown;
    Generation generation = Generation::unknown;
  };

  Gathering& g_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      other_of_;                  // a name and another name of the same person
  std::set<std::string> others_;  // by key_of_form, those whose people aren't known yet
  std::map<std::string, Hint> hints_;
  std::vector<std::pair<std::string, std::uint32_t>> labels_;  // folded, and indexes in Gathering::found
  std::set<std::uint32_t> by_initial_;  // people who are told apart from another by an initial behind a title
  std::vector<std::string> keys_;       // for each found mention that is a name, as key_of_form gives it
  std::map<std::string, std::vector<std::uint32_t>> seen_;
};

}  // namespace

void gather_names(Gathering& gathering) { NameGatherer(gathering).run(); }

}  // namespace onus
