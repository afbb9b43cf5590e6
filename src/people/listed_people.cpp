#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "text/closed_list.h"

// Those who are listed with what they work as or for: "Present: Helen Doyle, Independent Chair; Karen Liu
// (Bryn Primary)", rows of a table with a column of agencies.
namespace onus {
namespace {

// Who is named less than one time in three of the most plays no main part.
constexpr std::uint32_t kRarely = 3;
constexpr std::uint32_t kDescribes = 9;  // tokens behind a name that may say what somebody is

// What is said of somebody's being there, not of what they are.
constexpr std::array<std::string_view, 30> kAttending{
    "by",    "via",      "for",  "part",    "virtual",   "virtually", "remotely", "online",
    "phone", "teams",    "zoom", "present", "apologies", "absent",    "in",       "joined",
    "left",  "attended", "not",  "invited", "late",      "dial",      "did",      "with",
    "and",   "none",     "nil",  "unknown", "address",   "yes"};

class ListReader {
 public:
  explicit ListReader(Gathering& gathering) : g_(gathering) {}

  void run() {
    for (const Known& known : g_.people)
      if (!known.professional) most_ = std::max(most_, known.named_times);
    for (const Detail& detail : g_.details) {
      if (detail.meeting) read(detail, {});
      if (!detail.agency.empty() && says_work(detail.agency)) read(detail, detail.agency);
    }
    for (std::uint32_t i = 0; i < g_.found.size(); ++i)
      if (g_.candidates[i].size() == 1 && (is_behind_agency(i) || has_letters_of_job(i)) &&
          may_be(g_.candidates[i].front()) && is_apart(g_.candidates[i].front()))
        g_.people[g_.candidates[i].front()].professional = true;
  }

  // "Sinéad Walsh, OT", "R Behan (HSCL)": letters of a job at the end of a cell or an entry that are nobody's
  // initials.
  bool has_letters_of_job(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 27> jobs{
        "HV", "SW", "SSW",  "GP",  "CPN", "IDVA", "ISVA", "DSL", "SENCO", "OT",  "EP",  "PC",  "DC",  "DS",
        "DI", "SN", "HSCL", "PHN", "TA",  "RN",   "LCSW", "GAL", "CASA",  "RGN", "RMN", "EWO", "SALT"};
    const FoundMention& name = g_.found[i];
    const std::uint32_t mark = name.tokens.end, letters = mark + 1;
    if (name.kind != MentionKind::name || !name.name.whole() || letters >= g_.analysis.tokens.size())
      return false;
    const bool bracket = form(mark) == "(" && form(letters + 1) == ")";
    const bool closes = letters + 1 >= g_.analysis.tokens.size() || g_.begins_entry[letters + 1] ||
                        g_.analysis.sentences[name.sentence].tokens.end == letters + 1 ||
                        one_of(form(letters + 1), {";", "."});
    if (!bracket && !(form(mark) == "," && closes)) return false;
    const std::string_view word = form(letters);
    if (!one_of(word, jobs) || (word == "EP" && !is_in_list(name))) return false;
    const auto found = g_.found_in(g_.analysis.tokens[letters].span);
    return std::none_of(
               found.begin(), found.end(),
               [&](const FoundMention& m) { return m.kind == MentionKind::name || is_private(m); }) &&
           !has_initials(word);
  }

  bool has_initials(std::string_view word) const {
    return std::any_of(g_.people.begin(), g_.people.end(), [&](const Known& known) {
      return !known.given.empty() && !known.family.empty() && known.given[0] == word.front() &&
             known.family[0] == word.back();
    });
  }

  // "Probation (Mr Quill)", "CMHT (Ruth)", "Housing – Colette"
  bool is_behind_agency(std::uint32_t i) const {
    if (i == 0) return false;
    const FoundMention& name = g_.found[i];
    const FoundMention& agency = g_.found[i - 1];
    return name.kind == MentionKind::name && agency.kind == MentionKind::agency &&
           agency.tokens.end + 1 == name.tokens.begin &&
           ((form(agency.tokens.end) == "(" && one_of(form(name.tokens.end), {")", ",", ";"})) ||
            (one_of(form(agency.tokens.end), {"-", "–"}) &&
             name.tokens.end >= g_.analysis.sentences[name.sentence].tokens.end)) &&
           starts_with_capital(form(agency.tokens.begin)) && (is_in_list(name) || opens_line(agency));
  }

 private:
  // Of those at a meeting, or in a cell or an entry of a list.
  bool is_in_list(const FoundMention& name) const {
    const BlockKind kind = g_.document.blocks[g_.analysis.sentences[name.sentence].block].kind;
    const ProseSpan span = g_.span_of(name.tokens);
    return kind == BlockKind::list_item ||
           g_.document.blocks[g_.analysis.sentences[name.sentence].block].cell ||
           std::any_of(g_.details.begin(), g_.details.end(),
                       [&](const Detail& detail) { return detail.meeting && detail.value.contains(span); });
  }

  // "Probation (Mr Quill) to check.", not "She was seen by Probation (…)".
  bool opens_line(const FoundMention& agency) const {
    return agency.tokens.begin == g_.analysis.sentences[agency.sentence].tokens.begin;
  }

  std::string_view form(std::uint32_t t) const {
    return t < g_.analysis.tokens.size() ? g_.form(t) : std::string_view{};
  }

  void read(const Detail& detail, ProseSpan agency) {
    for (const FoundMention& mention : g_.found_in(detail.value)) {
      const auto& people = g_.candidates[static_cast<std::size_t>(&mention - g_.found.data())];
      if (mention.kind != MentionKind::name || people.size() != 1 || !may_be(people.front())) continue;
      Known& known = g_.people[people.front()];
      if (agency.empty() && !is_described(mention, detail.value)) continue;
      known.professional = true;
      known.generation = Generation::adult;
    }
  }

  // Nobody of whom it is said what they are to the family.
  bool may_be(std::uint32_t p) const {
    const Known& known = g_.people[p];
    return !known.professional && !is_child(known) && known.claims.empty() && known.keys.empty() &&
           std::none_of(g_.relations.begin(), g_.relations.end(),
                        [&](const Relation& relation) { return relation.person == p; });
  }

  // Plays no main part and shares a name with nobody.
  bool is_apart(std::uint32_t p) const {
    const Known& known = g_.people[p];
    if (known.family.empty() || known.named_times * kRarely > most_) return false;
    return std::none_of(g_.people.begin(), g_.people.end(), [&](const Known& other) {
      return &other != &known && fold(other.family) == fold(known.family);
    });
  }

  // "Helen Doyle, Independent Chair", "Karen Liu (Bryn Primary)", "Tom Ashe – Police"
  bool is_described(const FoundMention& mention, ProseSpan value) const {
    std::uint32_t t = mention.tokens.end;
    if (!one_of(form(t), {"(", ",", "-", "–", "—", ":", "/", "|"})) return false;
    const bool comma = form(t) == ",";
    ++t;
    if (t >= g_.analysis.tokens.size() || g_.begins_entry[t]) return false;
    const ProseSpan first = g_.analysis.tokens[t].span;
    if (!value.contains(first) || one_of(fold(form(t)), kAttending) || is_digit(form(t)[0])) return false;
    if (comma && starts_name(t)) return false;
    bool works = false;
    for (std::uint32_t end = t + kDescribes; t < end && t < g_.analysis.tokens.size(); ++t) {
      if (one_of(form(t), {")", ";", ",", ".", "\n"}) || g_.begins_entry[t]) break;
      works |= is_body(form(t)) || (t == mention.tokens.end + 1 && is_letters_of_body(t));
      for (const FoundMention& other : g_.found_in(g_.analysis.tokens[t].span)) {
        if (is_private(other) && owns_next_noun(other)) continue;
        if (is_private(other)) return false;
        works |= is_work(other);
      }
    }
    return works;
  }

  // "Gilda Hobb, SCRA": nobody's initials nor a part in the family.
  bool is_letters_of_body(std::uint32_t t) const {
    constexpr std::size_t kShortest = 3, kLongest = 7;
    const std::string_view word = form(t);
    const bool closes = t + 1 >= g_.analysis.tokens.size() || g_.begins_entry[t + 1] ||
                        one_of(form(t + 1), {")", ";", ",", "."}) ||
                        g_.analysis.sentences[sentence_of(g_.analysis, t)].tokens.end == t + 1;
    return closes && word.size() >= kShortest && word.size() <= kLongest && is_capitals(word) &&
           g_.words.noun(fold(word)) == nullptr && g_.words.abbreviation(word) == nullptr &&
           !has_initials(word);
  }

  // "Mr Lomax, mother's advocate": whose advocate he is.
  bool owns_next_noun(const FoundMention& owner) const {
    const auto i = static_cast<std::uint32_t>(&owner - g_.found.data());
    return i + 1 < g_.found.size() && g_.found[i + 1].possessor == i && is_work(g_.found[i + 1]);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  bool starts_name(std::uint32_t t) const {
    const auto found = g_.found_in(g_.analysis.tokens[t].span);
    return std::any_of(
               g_.found.begin(), g_.found.end(),
               [&](const FoundMention& m) { return m.kind == MentionKind::name && m.tokens.begin == t; }) ||
           (!found.empty() && is_private(found.front()) && !owns_next_noun(found.front()));
  }

  static bool is_private(const FoundMention& mention) {
    return mention.noun != nullptr &&
           (mention.noun->sort == NounSort::kin || mention.noun->sort == NounSort::partner ||
            mention.noun->sort == NounSort::child || mention.noun->sort == NounSort::part ||
            mention.noun->sort == NounSort::other);
  }

  // "Education Welfare", not "Mother" or "n/a".
  bool says_work(ProseSpan cell) const {
    const std::string_view words = g_.text(cell);
    if (words.size() < 2 || !starts_with_capital(words)) return false;
    const auto found = g_.found_in(cell);
    if (std::any_of(found.begin(), found.end(), [](const FoundMention& m) {
          return is_private(m) || m.kind == MentionKind::pronoun || m.kind == MentionKind::group;
        }))
      return false;
    return std::any_of(found.begin(), found.end(), is_work) || has_body(words);
  }

  static bool is_work(const FoundMention& mention) {
    return mention.kind == MentionKind::agency ||
           (mention.noun != nullptr && mention.noun->sort == NounSort::professional);
  }

  bool has_body(std::string_view words) const {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find_first_of(" /-,()\n"), words.size());
      if (is_body(words.substr(0, end))) return true;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
  }

  // A word of whom people work for or as; most words of organisations are of places and families too.
  static bool is_body(std::string_view word) {
    static constexpr std::array<std::string_view, 40> bodies{
        "school",       "primary",     "academy",   "nursery",    "hospital",  "council", "police",
        "constabulary", "service",     "services",  "team",       "centre",    "clinic",  "surgery",
        "trust",        "agency",      "authority", "department", "health",    "housing", "education",
        "welfare",      "probation",   "aid",       "refuge",     "barnardos", "nspcc",   "safeguarding",
        "college",      "association", "practice",  "ysgol",      "scoil",     "cafcass", "tusla",
        "chair",        "manager",     "officer",   "worker",     "registrar"};
    return one_of(fold(word), bodies);
  }

  Gathering& g_;
  std::uint32_t most_ = 0;  // times that the one who is named most is named
};

}  // namespace

void learn_listed(Gathering& gathering) { ListReader(gathering).run(); }

}  // namespace onus
