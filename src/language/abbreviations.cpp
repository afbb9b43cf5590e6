#include "language/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/fold.h"

namespace onus {
namespace {

struct Entry {
  std::string_view word;
  Abbreviation kind;
  bool capital = false;  // only when written with a capital
};

using enum Abbreviation;

// Sorted by word, lower case.
constexpr auto kAbbreviations = std::to_array<Entry>({
    {"adm", before_name, true},
    {"admin", anywhere},
    {"al", anywhere},
    {"app", before_number},
    {"approx", inside},
    {"appt", anywhere},
    {"appts", anywhere},
    {"apr", month_or_day, true},
    {"apt", before_number, true},
    {"art", before_number},
    {"arts", before_number},
    {"assoc", anywhere},
    {"asst", before_name},
    {"attn", inside},
    {"aug", month_or_day, true},
    {"ave", anywhere, true},
    {"bldg", anywhere},
    {"blvd", anywhere, true},
    {"brig", before_name, true},
    {"bros", anywhere, true},
    {"ca", before_number},
    {"capt", before_name, true},
    {"cf", inside},
    {"ch", before_number},
    {"chap", before_number},
    {"cl", before_number},
    {"cllr", before_name, true},
    {"cmdr", before_name, true},
    {"co", anywhere, true},
    {"col", before_name, true},
    {"cont", anywhere},
    {"corp", anywhere, true},
    {"cpl", before_name, true},
    {"dec", month_or_day, true},
    {"dep", before_name, true},
    {"dept", anywhere},
    {"dist", anywhere},
    {"div", before_number},
    {"eg", inside},
    {"ie", inside},
    {"ph", before_number, true},
    {"mob", before_number, true},
    {"dr", before_name, true},
    {"ed", before_name, true},
    {"eds", before_name, true},
    {"encl", anywhere},
    {"eq", before_number},
    {"esp", inside},
    {"esq", anywhere, true},
    {"est", before_number},
    {"etc", anywhere},
    {"ex", before_number},
    {"ext", before_number},
    {"feb", month_or_day, true},
    {"fig", before_number},
    {"figs", before_number},
    {"fr", before_name, true},
    {"freq", inside},
    {"fri", month_or_day, true},
    {"ft", before_name, true},
    {"fwd", anywhere},
    {"gen", before_name, true},
    {"govt", anywhere},
    {"gov", before_name, true},
    {"hon", before_name, true},
    {"hosp", anywhere},
    {"hrs", anywhere},
    {"ibid", anywhere},
    {"inc", anywhere, true},
    {"incl", inside},
    {"insp", before_name, true},
    {"jan", month_or_day, true},
    {"jr", anywhere, true},
    {"jul", month_or_day, true},
    {"jun", month_or_day, true},
    {"lieut", before_name, true},
    {"lt", before_name, true},
    {"ltd", anywhere, true},
    {"maj", before_name, true},
    {"mar", month_or_day, true},
    {"max", before_number},
    {"messrs", before_name},
    {"mgr", anywhere},
    {"min", before_number},
    {"mins", anywhere},
    {"misc", inside},
    {"mlle", before_name, true},
    {"mme", before_name, true},
    {"mon", month_or_day, true},
    {"mr", before_name},
    {"mrs", before_name},
    {"ms", before_name, true},
    {"msgr", before_name, true},
    {"mt", before_name, true},
    {"mx", before_name, true},
    {"no", before_number},
    {"nos", before_number},
    {"nov", month_or_day, true},
    {"oct", month_or_day, true},
    {"op", before_number},
    {"para", before_number},
    {"paras", before_number},
    {"pg", before_number},
    {"pgs", before_number},
    {"plc", anywhere},
    {"poss", inside},
    {"pp", before_number},
    {"prob", inside},
    {"prof", before_name, true},
    {"pt", before_number},
    {"pvt", before_name, true},
    {"rd", anywhere, true},
    {"re", before_number},
    {"ref", before_number},
    {"reg", before_number},
    {"regs", before_number},
    {"rep", before_name, true},
    {"reps", before_name, true},
    {"resp", anywhere},
    {"rev", before_name, true},
    {"revd", before_name, true},
    {"sat", month_or_day, true},
    {"sch", before_number},
    {"sec", before_number},
    {"sen", before_name, true},
    {"sens", before_name, true},
    {"sep", month_or_day, true},
    {"sept", month_or_day, true},
    {"sgt", before_name, true},
    {"sr", anywhere, true},
    {"ss", before_number},
    {"st", before_name, true},
    {"sun", month_or_day, true},
    {"supt", before_name, true},
    {"tel", before_number},
    {"thu", month_or_day, true},
    {"thur", month_or_day, true},
    {"thurs", month_or_day, true},
    {"tue", month_or_day, true},
    {"tues", month_or_day, true},
    {"univ", inside, true},
    {"viz", inside},
    {"vol", before_number},
    {"vols", before_number},
    {"vs", inside},
    {"wed", month_or_day, true},
    {"weds", month_or_day, true},
    {"wk", anywhere},
    {"wks", anywhere},
    {"yr", anywhere},
    {"yrs", anywhere},
});

// Lower case, sorted.
constexpr auto kExtensions = std::to_array<std::string_view>({
    "asp", "aspx", "au",  "ca",   "co",    "com",  "csv", "doc",  "docx",   "edu", "eu",   "exe",
    "gif", "gov",  "htm", "html", "ie",    "info", "io",  "jpeg", "jpg",    "mp3", "mp4",  "msg",
    "net", "nhs",  "nz",  "odt",  "org",   "pdf",  "php", "png",  "police", "ppt", "pptx", "rtf",
    "txt", "uk",   "url", "us",   "wales", "wav",  "xls", "xlsx", "xml",    "zip",
});

constexpr auto kDegrees = std::to_array<std::string_view>({
    "b.ed",
    "b.sc",
    "d.phil",
    "ll.b",
    "ll.m",
    "m.ed",
    "m.phil",
    "m.sc",
    "ph.d",
});

static_assert(std::is_sorted(kExtensions.begin(), kExtensions.end()));

const Entry* find(std::string_view folded) {
  const auto at = std::find_if(kAbbreviations.begin(), kAbbreviations.end(),
                               [&](const Entry& entry) { return entry.word == folded; });
  return at == kAbbreviations.end() ? nullptr : &*at;
}

bool starts_with_capital(std::string_view word) { return word.front() >= 'A' && word.front() <= 'Z'; }

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 6) return none;
  const Entry* entry = find(lower(word));
  if (!entry || (entry->capital && !starts_with_capital(word))) return none;
  return entry->kind;
}

bool is_dotted_degree(std::string_view word) {
  return std::find(kDegrees.begin(), kDegrees.end(), lower(word)) != kDegrees.end();
}

bool is_extension(std::string_view word) {
  return word.size() <= 6 && std::binary_search(kExtensions.begin(), kExtensions.end(), lower(word));
}

}  // namespace onus
