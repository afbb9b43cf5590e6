#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "text/closed_list.h"

// How old people are, from what stands beside their names and in the columns of tables; who is a child by it.
namespace onus {
namespace {

constexpr int kCentury = 2000;

int latest_year(std::string_view prose) {
  static const RE2 year(R"(\b(20[0-4]\d)\b)");
  int latest = 0, found = 0;
  for (re2::StringPiece rest(prose.data(), prose.size()); RE2::FindAndConsume(&rest, year, &found);)
    latest = std::max(latest, found);
  // "11/09/23", but not "dob 3/9/15"
  static const RE2 day(
      R"((?i)((?:dob|d\.o\.b\.?|born|birth)\W{0,4})?\b\d{1,2}[/.]\d{1,2}[/.]([12]\d|3[0-4])\b)");
  std::string birth;
  for (re2::StringPiece rest(prose.data(), prose.size()); RE2::FindAndConsume(&rest, day, &birth, &found);)
    if (birth.empty()) latest = std::max(latest, kCentury + found);
  return latest;
}

// The year of "dob 12/4/12": none is born after the report.
int year_of(int two_digits, int this_year) {
  return kCentury + two_digits > this_year ? kCentury - 100 + two_digits : kCentury + two_digits;
}

// "9", "nine"
int number_of(const std::string& word) {
  static constexpr std::array<std::string_view, 17> numbers{
      "one", "two",    "three",  "four",     "five",     "six",     "seven",   "eight",    "nine",
      "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"};
  if (word[0] >= '0' && word[0] <= '9') return std::stoi(word);
  const auto at = std::find(numbers.begin(), numbers.end(), fold(word));
  return static_cast<int>(at - numbers.begin()) + 1;
}

// "Kirsty Lomax, 12m order": how long an order lasts; "Isla, 4m, …" is an age.
bool lasts(std::string_view words) {
  static const RE2 term(R"(^,\s\d+\s?m\b\s*[^\s,;.)])");
  return RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), term);
}

// Whether what stands behind a name may begin one of the patterns of age_after; most often it is another word
// of the sentence.
bool may_tell_age(std::string_view words) {
  static constexpr std::array<std::string_view, 8> beginnings{"who",  "is",  "was", "age",
                                                              "then", "now", "d",   "born"};
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (words.size() < 6 || words[0] != ' ' || !is_letter(words[1])) return true;
  const std::string word = lower(words.substr(1, 4));
  return std::ranges::any_of(beginnings, [&](std::string_view each) { return word.starts_with(each); });
}

// Years from the words behind a name: "(9)", ", aged 9,", "(DOB 12.3.2014)". -1 where there are none.
int age_after(std::string_view words, int this_year) {
  if (!may_tell_age(words)) return -1;
  static const RE2 age(
      R"((?i)^\s?(?:\(\s?(?:aged?:?|now)?\s?|,?\s?aged?:?\s?|,\s)(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\s?(years?|yrs?|y/?o|months?|mths?|weeks?|wks?|days?|/12|/52|m\b)?[^\w/.:-])");
  std::string number, unit;
  static const RE2 told(
      R"((?i)^,? (?:who )?(?:is|was|aged|then|now)(?: now| then| aged| only)? (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|1?\d)( years? old| years? of age)?\s?[,.;) ](?:when |at |and |with )?)");
  const re2::StringPiece text(words.data(), words.size());
  if (RE2::PartialMatch(text, told, &number)) return number_of(number);
  if (RE2::PartialMatch(text, age, &number, &unit)) {
    const bool years = unit.empty() || unit[0] == 'y' || unit[0] == 'Y';
    if (!lasts(words)) return years ? number_of(fold(number)) : 0;
  }
  // "(2nd class, 8)", "(Jun Infants, 5)", "(AV1, 11)"
  static const RE2 further(
      R"(^\s?\((?:(?:[1-6](?:st|nd|rd|th)\s)?[^()\d]{2,24}|[A-Z]{1,4}\d{1,2})[,;]\s?(\d{1,2})(?:\s?(?:years?|yrs?|y/?o))?\))");
  if (RE2::PartialMatch(text, further, &number)) return number_of(number);
  int year = 0;
  static const RE2 date(
      R"((?i)^\W{0,3}(?:d\.?\s?o\.?\s?b\.?|date of birth|born)\W{0,3}(?:on )?\D{0,6}\d{0,2}[\w ./-]{0,12}?((?:19|20)\d\d))");
  if (this_year > 0 && RE2::PartialMatch(text, date, &year)) return std::max(0, this_year - year);
  static const RE2 short_date(
      R"((?i)^\W{0,3}(?:d\.?\s?o\.?\s?b\.?|date of birth|born)\W{0,3}(?:on )?\d{1,2}[/.]\d{1,2}[/.](\d\d)\b)");
  if (this_year > 0 && RE2::PartialMatch(text, short_date, &year))
    return this_year - year_of(year, this_year);
  return -1;
}

// "nine-year-old Ewan", "9 year old Ewan", "4-month-old Isla"
int age_before(std::string_view words) {
  static const RE2 age(
      R"((?i)(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ](year|month|week)s?[- ]old[, ]*$)");
  std::string number, unit;
  if (!RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), age, &number, &unit)) return -1;
  if (fold(unit) != "year") return 0;
  return number_of(number);
}

// "(Y3)", "(P1)", ", Year 4,", " is in Reception"
bool in_school_year(std::string_view words) {
  static const RE2 year(
      R"((?i)^(?: \(|, | is in | in | \(in |,? who (?:is|was) (?:now )?in | [–—-] )(?:y|yr|year|p|primary|grade|gr|senior infants|junior infants|reception|kindergarten|pre-?school|prep)\s?(?:1?\d)?(?: class)?(?:[ ),.;\n]|$))");
  // "Joakim Lindqvist, kindergarten teacher"
  static const RE2 work(
      R"((?i)^\W*[\w -]{0,24}\b(?:teacher|head|headteacher|tutor|staff|assistant|nurse|lead|manager|worker|principal|leader|secretary)\b)");
  const re2::StringPiece text(words.data(), words.size());
  return RE2::PartialMatch(text, year) && !RE2::PartialMatch(text, work);
}

void set_age(Known& known, int age) {
  if (age < 0 || known.age >= 0) return;
  known.age = age;
  if (age < 18) known.generation = Generation::child;
  if (age >= 18) known.generation = Generation::adult;
}

// "9", "9 yrs", "12.3.2014" in a column of ages or births. -1 where there is neither.
int age_of_cell(std::string_view cell, int this_year) {
  static const RE2 age(R"(^\W*(\d{1,2})(?:\s*(?:years?|yrs?|y))?\W*$)"), year(R"(((?:19|20)\d\d))");
  int number = -1;
  const re2::StringPiece text(cell.data(), cell.size());
  if (!RE2::PartialMatch(text, age, &number) && this_year > 0 && RE2::PartialMatch(text, year, &number))
    number = this_year - number;
  return number;
}

// "subject of this review, aged 15 at the time", "Robin's half-sister, 3", "His sister, then 11", beside a
// name in a table.
int age_in_relation(std::string_view cell) {
  static const RE2 age(R"((?i)(?:\baged (\d{1,2})\b|,\s(?:then |now |age |nearly )?(\d{1,2})\s*$))");
  std::string aged, last;
  if (!RE2::PartialMatch(re2::StringPiece(cell.data(), cell.size()), age, &aged, &last)) return -1;
  return number_of(aged.empty() ? last : aged);
}

// "Theo Katsaros (Gr 4)" is in that year, "Ms Abdi (Gr 4)" teaches it.
void learn_from_year(Known& known, const NameForm& name) {
  const bool teaches = one_of(fold(name.title), {"mr", "mrs", "ms", "miss", "sir"});
  if (teaches)
    known.professional = known.generation != Generation::child;
  else if (known.generation == Generation::unknown)
    known.generation = Generation::child;
}

void learn_from_names(Gathering& g, int this_year) {
  const std::string_view prose = g.document.prose;
  for (std::uint32_t i = 0; i < g.found.size(); ++i) {
    if (g.found[i].kind != MentionKind::name || g.candidates[i].size() != 1) continue;
    Known& known = g.people[g.candidates[i].front()];
    const ProseSpan span = g.span_of(g.found[i].tokens);
    set_age(known, age_after(prose.substr(span.end, 60), this_year));
    if (in_school_year(prose.substr(span.end, 30))) learn_from_year(known, g.found[i].name);
    const std::uint32_t from = span.begin > 30 ? span.begin - 30 : 0;
    set_age(known, age_before(g.text({from, span.begin})));
  }
}

}  // namespace

std::vector<std::uint32_t> children_by_age(const Gathering& g) {
  const std::string_view prose = g.document.prose;
  const int this_year = latest_year(prose);
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < g.found.size(); ++i) {
    if (g.found[i].kind != MentionKind::name) continue;
    const std::uint32_t end = g.span_of(g.found[i].tokens).end;
    const int age = age_after(prose.substr(end, 60), this_year);
    if ((age >= 0 && age < 18) || (age < 0 && in_school_year(prose.substr(end, 30)))) out.push_back(i);
  }
  return out;
}

void learn_ages(Gathering& g) {
  const int this_year = latest_year(g.document.prose);
  learn_from_names(g, this_year);
  for (const Detail& detail : g.details) {
    int age = detail.age.empty() ? -1 : age_of_cell(g.text(detail.age), this_year);
    if (age < 0 && !detail.relation.empty()) age = age_in_relation(g.text(detail.relation));
    const bool year =
        !detail.relation.empty() && in_school_year(" (" + std::string(g.text(detail.relation)) + ")");
    if (age < 0 && !year) continue;
    for (const FoundMention& mention : g.found_in(detail.value)) {
      const auto& people = g.candidates[static_cast<std::size_t>(&mention - g.found.data())];
      if (mention.kind != MentionKind::name || people.size() != 1 || owns_noun_in(g, detail.value, mention))
        continue;
      Known& known = g.people[people.front()];
      set_age(known, age);
      if (year) learn_from_year(known, mention.name);
    }
  }
}

}  // namespace onus
