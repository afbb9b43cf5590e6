#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_set>

#include "people/gathering.h"
#include "people/name_forms.h"
#include "text/closed_list.h"

// Which capitalised words are no person's name.
namespace onus {
namespace {

// What the places in which a capitalised word stands say about whether it names a person.
struct NameEvidence {
  int person = 0;
  int other = 0;
};

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
    if (stands_by_noun(mention) || part_behind(g_, mention) != kNone) evidence.person += 3;
    if (heads_column(mention)) evidence.other += 4;
    if (expected(mention) && stands_behind_whole_name(mention)) evidence.other += 3;
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

  // "Kofi Asare, 58 (Kumasi)", "Jarrod Whitby (Dubbo, NSW)": where somebody lives, as often as not.
  bool stands_behind_whole_name(const FoundMention& mention) const {
    constexpr std::uint32_t kNear = 5;
    if (mention.name.whole() || !mention.name.title.empty() || mention.name.pseudonym) return false;
    std::uint32_t open = mention.tokens.begin;
    while (open > 0 && open + kNear > mention.tokens.begin && g_.form(open - 1) != "(") --open;
    if (open == 0 || g_.form(open - 1) != "(" || !closes_within(mention.tokens.end)) return false;
    const auto here = static_cast<std::size_t>(&mention - g_.found.data());
    for (std::size_t i = here; i-- > 0 && g_.found[i].tokens.end + kNear > mention.tokens.begin;) {
      const FoundMention& name = g_.found[i];
      if (name.kind == MentionKind::name && name.name.whole())
        return name.sentence == mention.sentence && !is_short_for(mention, name);
    }
    return false;
  }

  bool closes_within(std::uint32_t t) const {
    constexpr std::uint32_t kNear = 3;
    for (std::uint32_t end = t; end < t + kNear && end < g_.analysis.tokens.size(); ++end)
      if (g_.form(end) == ")") return true;
    return false;
  }

  // "Margaret Orr (Maggie)", "Callum Baird (CB)"
  static bool is_short_for(const FoundMention& mention, const FoundMention& name) {
    const std::string& word = mention.name.words.front();
    if (is_abbreviation(mention.name)) return word.front() == name.name.words.front().front();
    return starts_alike(name.name.words.front(), word) || starts_alike(name.name.words.back(), word);
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

}  // namespace

void drop_what_is_no_person(Gathering& gathering) { NameJudge(gathering).run(); }

}  // namespace onus
