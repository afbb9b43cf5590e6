#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>

#include "people/gathering.h"
#include "text/closed_list.h"

// Names to people: which forms of a name are one person's, and which capitalised words are no person's.
namespace onus {
namespace {

// What the places in which a capitalised word stands say about whether it names a person.
struct NameEvidence {
  int person = 0;
  int other = 0;
};

// "CO'R" as COR.
std::string letters_of(std::string_view word) {
  std::string out(word);
  for (const std::string_view mark : {"'", "’"})
    for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark)) out.erase(at, mark.size());
  return out;
}

// "CB", "G", "MARF": one to four capitals, somebody's initials or an abbreviation.
bool is_abbreviation(const NameForm& name) {
  if (name.words.size() != 1 || !name.title.empty() || name.pseudonym) return false;
  const std::string word = letters_of(name.words.front());
  return word.size() <= 4 && !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Only those are names that a bracket behind a name gives: mentions.cpp reads no others.
bool is_code(const NameForm& name) {
  return name.words.size() == 1 && name.title.empty() && !name.pseudonym &&
         is_numbered_code(name.words.front());
}

std::string key_of(const NameForm& name) {
  std::string key;
  for (const std::string& word : name.words) key += fold(word) + " ";
  return key;
}

class NameJudge {
 public:
  explicit NameJudge(Gathering& gathering) : g_(gathering) {}

  void run() {
    evidence_of_.assign(g_.found.size(), nullptr);
    note_bodies();
    for (std::size_t i = 0; i < g_.found.size(); ++i)
      if (g_.found[i].kind == MentionKind::name) {
        NameEvidence& evidence = evidence_[key_of(g_.found[i].name)];
        weigh(g_.found[i], evidence);
        evidence_of_[i] = &evidence;
      }
    for (const FoundMention& mention : g_.found)
      if (mention.kind == MentionKind::name && !is_abbreviation(mention.name) && stands(mention))
        note_initials(mention);
    note_given_initials();
    for (const FoundMention& mention : g_.found)
      if (mention.kind == MentionKind::name && mention.name.whole() && stands(mention)) note_parts(mention);
    std::vector<bool> keep(g_.found.size(), true);
    for (std::size_t i = 0; i < g_.found.size(); ++i) {
      const FoundMention& mention = g_.found[i];
      keep[i] = mention.kind != MentionKind::name || stands(mention) || is_part(mention);
    }
    remove(keep);
  }

 private:
  const Token& token(std::uint32_t t) const { return g_.analysis.tokens[t]; }

  bool expected(const FoundMention& mention) const {
    const ProseSpan span = g_.span_of(mention.tokens);
    const auto after = std::upper_bound(g_.details.begin(), g_.details.end(), span.begin,
                                        [](std::uint32_t at, const Detail& d) { return at < d.value.begin; });
    return after != g_.details.begin() && std::prev(after)->value.contains(span);
  }

  bool declared(const FoundMention& mention) const {
    return !g_.declared.empty() &&
           std::any_of(mention.name.words.begin(), mention.name.words.end(), [&](const std::string& word) {
             return std::find(g_.declared.begin(), g_.declared.end(), fold(word)) != g_.declared.end();
           });
  }

  void weigh(const FoundMention& mention, NameEvidence& evidence) {
    if (mention.name.pseudonym) evidence.person += 5;
    if (!mention.name.title.empty()) evidence.person += 5;
    if (expected(mention)) evidence.person += 3;
    if (declared(mention)) evidence.person += 5;
    const std::string first = fold(mention.name.words.front());
    if (g_.words.of_given_name(first) != Agreement::unknown ||
        g_.words.of_given_name(first.substr(0, first.find('-'))) != Agreement::unknown)
      evidence.person += 3;
    if (has_age(mention)) evidence.person += 3;
    // "DASH" is no name; "J.L." is one.
    const std::string& word = mention.name.words.front();
    if (is_capitals(word) && word.find('.') == std::string::npos && mention.name.title.empty())
      evidence.other += 1;
    for (const std::string& part : mention.name.words)
      if (g_.words.is_organisation(fold(part)) && mention.name.title.empty()) evidence.other += 2;
    if (mention.name.whole()) evidence.person += 1;
    if (stands_by_noun(mention)) evidence.person += 3;
    if (heads_column(mention)) evidence.other += 4;
    if (!mention.name.whole() && mention.name.title.empty() && begins_line(mention) &&
        small_words().contains(first))
      evidence.other += 3;
    if (names_body_after(mention)) evidence.other += 4;
    const bool bare = !mention.name.whole() && mention.name.title.empty() && !mention.name.pseudonym;
    if (bare && bodies_.contains(first)) evidence.other += 3;
    if (bare && is_in_heading(mention)) {
      evidence.other += is_capitals(mention.name.words.front()) ? 3 : 1;
      return;
    }
    weigh_place(mention, evidence);
  }

  // Words that the report writes small elsewhere name nobody where they begin a line ("Keeps", "Neighbour").
  const std::unordered_set<std::string_view>& small_words() {
    if (!small_words_.empty()) return small_words_;
    for (std::uint32_t t = 0; t < g_.analysis.tokens.size(); ++t)
      if (const std::string_view word = g_.form(t); word.size() > 2 && word[0] >= 'a' && word[0] <= 'z')
        small_words_.insert(word);
    return small_words_;
  }

  // "Shawna Price (SM, 35)": what a bracket right behind a whole name gives is somebody wherever it stands.
  void note_given_initials() {
    for (std::size_t i = 0; i + 1 < g_.found.size(); ++i) {
      const FoundMention &name = g_.found[i], &given = g_.found[i + 1];
      if (name.kind != MentionKind::name || !name.name.whole() || given.kind != MentionKind::name) continue;
      if (is_abbreviation(given.name) && given.tokens.begin == name.tokens.end + 1 &&
          g_.form(name.tokens.end) == "(" && stands(name))
        initials_.insert(letters_of(given.name.words.front()));
    }
  }

  // "Beechwood" of "Beechwood Primary School" is where the child goes, also where it stands alone.
  void note_bodies() {
    static constexpr std::array<std::string_view, 13> places{
        "primary", "school",   "academy", "nursery", "college",   "road",     "street",
        "avenue",  "hospital", "clinic",  "surgery", "infirmary", "playgroup"};
    for (std::uint32_t t = 0; t + 1 < g_.analysis.tokens.size(); ++t)
      if (starts_with_capital(g_.form(t)) && starts_with_capital(g_.form(t + 1)) &&
          one_of(fold(g_.form(t + 1)), places))
        bodies_.insert(fold(g_.form(t)));
  }

  // A heading or a line in capitals: "STATEMENT OF TRUTH". Who is named there is named elsewhere too.
  bool is_in_heading(const FoundMention& mention) const {
    const TokenRange sentence = g_.analysis.sentences[mention.sentence].tokens;
    const Block& block = g_.document.blocks[g_.analysis.sentences[mention.sentence].block];
    if (block.kind == BlockKind::heading) return true;
    std::uint32_t words = 0;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const std::string_view word = g_.form(t);
      if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
      words += is_capitals(word) ? 1 : 0;
    }
    return words > 1;
  }

  bool begins_line(const FoundMention& mention) const {
    const std::uint32_t begin = mention.tokens.begin;
    return begin == g_.analysis.sentences[mention.sentence].tokens.begin || g_.begins_entry[begin] ||
           one_of(g_.form(begin - 1), {".", ":", "-", "–", "|", "/"});
  }

  // "Ellie-Mae (7)"
  bool has_age(const FoundMention& mention) const {
    const std::uint32_t at = mention.tokens.end;
    if (at + 2 >= g_.analysis.tokens.size() || g_.form(at) != "(") return false;
    const std::string_view age = g_.form(at + 1);
    const std::string_view close = g_.form(at + 2);
    return age.size() <= 2 &&
           std::all_of(age.begin(), age.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           (close == ")" || close == "," || close.starts_with("year") || close.starts_with("month"));
  }

  // "Northbank Men's Advice", "Cardiff Women's Aid", "Clare's Law"
  bool names_body_after(const FoundMention& mention) const {
    const std::uint32_t after = mention.tokens.end;
    return after + 1 < g_.analysis.tokens.size() && token(after).xpos == Xpos::POS &&
           starts_with_capital(g_.form(after + 1)) &&
           (g_.form(after + 1) == "Law" ||
            one_of(fold(mention.name.words.back()),
                   {"men", "women", "children", "carers", "people", "citizens"}));
  }

  // The first row of a table says what its columns hold.
  bool heads_column(const FoundMention& mention) const {
    const Block& block = g_.document.blocks[g_.analysis.sentences[mention.sentence].block];
    return block.cell && block.cell->row == 0 && !mention.name.whole() && mention.name.title.empty() &&
           !expected(mention);
  }

  // "the victim, Tegan Marsh", "social worker Dele Akin"
  bool stands_by_noun(const FoundMention& mention) const {
    const auto here = std::lower_bound(g_.found.begin(), g_.found.end(), mention.tokens.begin,
                                       [](const FoundMention& m, std::uint32_t at) { return m.head < at; });
    if (here == g_.found.begin()) return false;
    const FoundMention& before = *std::prev(here);
    if (before.kind != MentionKind::noun || before.sentence != mention.sentence) return false;
    const std::uint32_t gap = mention.tokens.begin - before.tokens.end;
    return gap == 0 || (gap == 1 && g_.form(before.tokens.end) == ",");
  }

  void weigh_place(const FoundMention& mention, NameEvidence& evidence) {
    const Deprel relation = token(mention.head).deprel;
    const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    if (subject) evidence.person += mention.name.whole() ? 2 : 1;
    if (relation == Deprel::obj || relation == Deprel::iobj) evidence.person += 1;
    if (relation == Deprel::vocative) evidence.person += 1;
    const std::uint32_t after = mention.tokens.end;
    if (after < g_.analysis.tokens.size() && token(after).xpos == Xpos::POS) evidence.person += 1;
    // Capitalised modifiers are names of things ("DASH checklist", "Claire's Law").
    if (relation == Deprel::compound && token(mention.head).head >= mention.tokens.end) evidence.other += 1;
    if (mention.tokens.begin == 0) return;
    const std::string before = fold(g_.form(mention.tokens.begin - 1));
    if (before == "in" || before == "at" || before == "near" || before == "via" || before == "into" ||
        before == "on" || before == "under")
      evidence.other += 2;
    if (before == "the") evidence.other += 2;
    // "came from Câmara de Lobos"
    if (before == "from" && one_of(g_.analysis.lemma(token(mention.head).head),
                                   {"come", "move", "arrive", "return", "fly", "travel", "migrate"}))
      evidence.other += 3;
    // "speaks Setswana"
    if (relation == Deprel::obj && one_of(g_.analysis.lemma(token(mention.head).head), {"speak", "learn"}))
      evidence.other += 4;
  }

  // Capitals alone are someone only where a name has these initials, or a label announces them.
  void note_initials(const FoundMention& mention) {
    const auto& words = mention.name.words;
    if (mention.name.pseudonym || mention.tokens.empty()) return;
    if (mention.name.title.empty()) initials_.insert(words.front().substr(0, 1));
    if (words.size() < 2) return;
    std::string all;
    for (const std::string& word : words)
      if (starts_with_capital(word)) all += word[0];
    initials_.insert(all);
    initials_.insert(words.front().substr(0, 1) + words.back().substr(0, 1));
  }

  bool stands(const FoundMention& mention) const {
    if (is_abbreviation(mention.name)) {
      const std::string word = letters_of(mention.name.words.front());
      return initials_.contains(word) || (word.size() > 1 && (expected(mention) || declared(mention)));
    }
    if (is_code(mention.name)) return true;
    const NameEvidence& evidence = *evidence_of_[static_cast<std::size_t>(&mention - g_.found.data())];
    return evidence.person > evidence.other;
  }

  void note_parts(const FoundMention& mention) {
    for (const std::string& word : mention.name.words) parts_.insert({fold(word), true});
    if (!mention.name.nickname.empty()) parts_.insert({fold(mention.name.nickname), true});
  }

  // "Hart" where there is a "Leanne Hart".
  bool is_part(const FoundMention& mention) const {
    return mention.name.words.size() == 1 && parts_.contains(fold(mention.name.words.front()));
  }

  void remove(const std::vector<bool>& keep) {
    std::vector<std::uint32_t> place(g_.found.size(), kNone);
    std::vector<FoundMention> kept;
    for (std::size_t i = 0; i < g_.found.size(); ++i)
      if (keep[i]) {
        place[i] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(std::move(g_.found[i]));
      }
    for (FoundMention& mention : kept)
      if (mention.possessor != kNone) mention.possessor = place[mention.possessor];
    g_.found = std::move(kept);
  }

  Gathering& g_;
  std::map<std::string, NameEvidence> evidence_;
  std::vector<const NameEvidence*> evidence_of_;  // for each found mention that is a name
  std::map<std::string, bool> parts_;
  std::unordered_set<std::string_view> small_words_;  // of the prose
  std::set<std::string> bodies_;  // first words of the names of schools, streets and the like
  std::set<std::string> initials_;
};

bool is_initial(std::string_view word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

// Whether two letters differ that can't be the same once they are folded: nothing is asked of others than
// ASCII.
bool differ(char a, char b) {
  constexpr auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return plain(a) && plain(b) && lower_ascii(a) != lower_ascii(b);
}

// A report of many people compares each name with all of them, and most begin with different letters.
bool same(std::string_view a, std::string_view b) {
  if (!a.empty() && !b.empty() && differ(a.front(), b.front())) return false;
  return fold(a) == fold(b);
}

// Family names that are one another's part count as the same ("Hart" and "Hart-Baird", "de Souza" and
// "Souza").
bool same_family(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || differ(a.back(), b.back())) return false;
  const std::string x = fold(a), y = fold(b);
  if (x == y) return true;
  const std::string& longer = x.size() > y.size() ? x : y;
  const std::string& shorter = x.size() > y.size() ? y : x;
  return longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == ' ';
}

std::string family_of(const NameForm& name) {
  if (name.words.size() < 2) return name.title.empty() ? std::string{} : name.words.front();
  std::string family;
  for (std::size_t i = 1; i < name.words.size(); ++i) {
    // Middle names are left out; particles begin the family name.
    if (family.empty() && i + 1 < name.words.size() && starts_with_capital(name.words[i])) continue;
    family += (family.empty() ? "" : " ") + name.words[i];
  }
  return family;
}

class NameGatherer {
 public:
  explicit NameGatherer(Gathering& gathering) : g_(gathering) {}

  // Whole names first, so that every shorter form finds all of them.
  void run() {
    g_.candidates.assign(g_.found.size(), {});
    for (const FoundMention& mention : g_.found)
      keys_.push_back(mention.kind == MentionKind::name ? key_of_form(mention.name) : std::string{});
    read_hints();
    find_labels();
    each([&](const FoundMention& m) { return m.name.pseudonym && !is_label(m); },
         &NameGatherer::add_pseudonym);
    find_other_names();
    each([&](const FoundMention& m) { return m.name.whole() && !is_initial(m.name.words.front()); },
         &NameGatherer::add_whole);
    each([&](const FoundMention& m) { return m.name.whole() && is_initial(m.name.words.front()); },
         &NameGatherer::add_initialled);
    read_other_names();
    each(
        [&](const FoundMention& m) {
          return single(m) && !m.name.title.empty() && !is_initial(m.name.words.front());
        },
        &NameGatherer::add_titled);
    each([&](const FoundMention& m) { return single(m) && !m.name.title.empty(); },
         &NameGatherer::add_titled);
    read_other_names();
    read_aliases();
    read_labels();
    each([&](const FoundMention& m) { return single(m) && m.name.title.empty(); }, &NameGatherer::add_bare);
    read_labels();  // "CH1: Haris"
    read_other_names();
    each([&](const FoundMention& m) { return m.name.pseudonym; }, &NameGatherer::add_pseudonym);
  }

 private:
  static bool single(const FoundMention& m) { return !m.name.whole() && !m.name.pseudonym; }

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
  static std::string key_of_form(const NameForm& name) {
    return name.title + "|" + key_of(name) + "|" + name.suffix;
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
      const FoundMention& name = g_.found[i];
      if (name.kind != MentionKind::name || g_.candidates[i].size() != 1 || is_abbreviation(name.name))
        continue;
      const std::uint32_t open = name.tokens.end;
      if (open >= g_.analysis.tokens.size() || g_.form(open) != "(") continue;
      const FoundMention& alias = g_.found[i + 1];
      if (alias.kind != MentionKind::name || !single(alias) || !alias.name.title.empty()) continue;
      if (alias.tokens.begin > open + 3 || alias.tokens.end >= g_.analysis.tokens.size()) continue;
      const std::string_view after = g_.form(alias.tokens.end);
      const bool quoted = alias.tokens.begin > open + 1;
      const bool short_form = is_abbreviation(alias.name) || is_code(alias.name);
      if (after != ")" && !(after == "," && short_form) && !quoted) continue;
      if (quoted && g_.form(alias.tokens.begin - 1) != "\"" && g_.form(alias.tokens.begin - 1) != "“")
        continue;
      if (!short_form && !quoted) continue;
      seen_.emplace("|" + key_of(alias.name) + "|", g_.candidates[i]);
      learn_from_code(alias.name.words.front(), g_.candidates[i].front());
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

  // "Marisol Dela Cruz, also recorded as Marie Pritchard", "NÓBREGA, a.k.a. Gracinha, “Dona G”"
  void find_other_names() {
    for (std::uint32_t i = 0; i + 1 < g_.found.size(); ++i)
      if (g_.found[i].kind == MentionKind::name)
        for (std::uint32_t j = i + 1; j < g_.found.size() && is_other_name(i, j); ++j)
          if (keys_[j] != keys_[i]) {
            other_of_.emplace_back(i, j);
            others_.insert(keys_[j]);
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

  // Whether a sign and nothing else stands between the two, or the second goes on a list of such names.
  bool is_other_name(std::uint32_t i, std::uint32_t j) const {
    const FoundMention& name = g_.found[i];
    const FoundMention& other = g_.found[j];
    if (other.kind != MentionKind::name || other.sentence != name.sentence) return false;
    static constexpr std::array<std::string_view, 4> open_signs{"formerly", "previously", "goesby",
                                                                "whogoesby"};
    static constexpr std::array<std::string_view, 12> plain_signs{"knownas",
                                                                  "isknownas",
                                                                  "whoisknownas",
                                                                  "formerlyknownas",
                                                                  "previouslyknownas",
                                                                  "betterknownas",
                                                                  "otherwiseknownas",
                                                                  "aka",
                                                                  "recordedas",
                                                                  "alias",
                                                                  "née",
                                                                  "nee"};
    const std::string sign = sign_between(g_.found[j - 1].tokens.end, other.tokens.begin);
    if (one_of(sign, plain_signs)) return true;
    if (j > i + 1) return sign.empty() && is_quoted(other);
    return one_of(sign, open_signs) && !are_two(name.name, other.name);
  }

  // The words from `begin` to `end` as one, without marks; none where there are too many for a sign.
  std::string sign_between(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 12;  // tokens
    static constexpr std::array<std::string_view, 12> marks{",",  "(",  ")", "\"", "“", "”",
                                                            "``", "''", "‘", "’",  "'", "."};
    if (end > begin + kLongest) return "-";
    std::string out;
    for (std::uint32_t t = begin; t < end; ++t) {
      const std::string word = fold(g_.form(t));
      if (one_of(word, marks) || word == "also" || word == "now") continue;
      std::copy_if(word.begin(), word.end(), std::back_inserter(out), [](char c) { return c != '.'; });
    }
    return out;
  }

  bool is_quoted(const FoundMention& name) const {
    return name.tokens.begin > 0 && one_of(g_.form(name.tokens.begin - 1), {"\"", "“", "``", "‘", "'"});
  }

  // Whole names that share neither their first nor their last word.
  static bool are_two(const NameForm& a, const NameForm& b) {
    return a.whole() && b.whole() && !same(a.words.front(), b.words.front()) &&
           !same(a.words.back(), b.words.back());
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

  // The labels of one word and the names that open what stands behind them.
  void find_labels() {
    for (const Detail& detail : g_.details) {
      std::string label = fold(g_.text(detail.label));
      if (detail.several || label.find(' ') != std::string::npos) continue;
      if (const std::uint32_t i = named_behind(detail); i != kNone) labels_.emplace_back(std::move(label), i);
    }
  }

  // "SW1: Mr Baird was spoken to" and "PERP1: ex-husband of Sana Khan" name somebody else.
  std::uint32_t named_behind(const Detail& detail) const {
    for (const FoundMention& mention : g_.found_in(detail.value)) {
      if (mention.kind != MentionKind::name || !opens(detail.value, mention)) return kNone;
      if (mention.name.pseudonym || is_speech(g_, detail, mention)) return kNone;
      return static_cast<std::uint32_t>(&mention - g_.found.data());
    }
    return kNone;
  }

  // Nothing but dates and the like stands before it.
  bool opens(ProseSpan value, const FoundMention& name) const {
    for (std::uint32_t t = name.tokens.begin; t-- > 0;) {
      const Token& before = g_.analysis.tokens[t];
      if (before.span.begin < value.begin) return true;
      if (before.upos == Upos::VERB || before.upos == Upos::AUX || before.upos == Upos::ADP) return false;
    }
    return true;
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

  static bool starts_alike(std::string_view name, std::string_view letter) {
    return !name.empty() && fold(name).front() == fold(letter).front();
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
      return m.kind == MentionKind::name && single(m) && same(m.name.words.front(), word) &&
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

std::span<const FoundMention> Gathering::found_in(ProseSpan span) const {
  const auto place = [&](const FoundMention& m, std::uint32_t at) {
    return analysis.tokens[m.head].span.begin < at;
  };
  const auto begin = std::lower_bound(found.begin(), found.end(), span.begin, place);
  const auto end = std::lower_bound(begin, found.end(), span.end, place);
  return {begin, end};
}

bool Known::has(std::string_view key) const { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

void Known::add_key(std::string_view key) {
  if (!has(key)) keys.emplace_back(key);
}

Agreement agreement_of(const Known& known) {
  if (known.agrees != Agreement::unknown) return known.agrees;
  if (known.he > 2 * known.she) return Agreement::he;
  if (known.she > 2 * known.he) return Agreement::she;
  return Agreement::unknown;
}

bool compatible(Agreement a, Agreement b) {
  return a == Agreement::unknown || b == Agreement::unknown || a == b;
}

bool is_child(const Known& known) { return known.generation == Generation::child; }

void drop_what_is_no_person(Gathering& gathering) { NameJudge(gathering).run(); }
void gather_names(Gathering& gathering) { NameGatherer(gathering).run(); }

}  // namespace onus
