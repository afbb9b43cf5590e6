#include "rules/pattern.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "text/closed_list.h"
#include "text/fold.h"
#include "text/sorted.h"

namespace onus {

namespace {

// By rank, after Zipf; the rest are rare alike.
std::uint32_t frequency_in_a_million(std::string_view word) {
  static constexpr std::string_view kFrequent[] = {
      "the",   "be",   "and",   "to",    "of",   "a",     "in",    "have", "he",   "she",  "it",
      "that",  "his",  "her",   "for",   "they", "not",   "with",  "on",   "him",  "do",   "at",
      "by",    "this", "from",  "as",    "but",  "their", "or",    "an",   "them", "who",  "will",
      "would", "when", "all",   "there", "up",   "out",   "about", "so",   "no",   "what", "which",
      "if",    "can",  "could", "get",   "make", "go",    "take",  "say",  "any",  "some", "into",
      "other", "then", "than",  "over",  "back", "down",  "after", "one",  "own",  "more"};
  constexpr std::uint32_t kMost = 50'000, kRare = 50;
  const auto found = std::ranges::find(kFrequent, word);
  if (found == std::end(kFrequent)) return kRare;
  return kMost / static_cast<std::uint32_t>(found - std::begin(kFrequent) + 1);
}

}  // namespace

std::uint32_t Vocabulary::add(std::string_view word) {
  if (const auto known = numbers_.find(word); known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  numbers_.emplace(word, number);
  frequencies_.push_back(frequency_in_a_million(word));
  return number;
}

std::uint32_t Vocabulary::find(std::string_view word) const {
  const auto known = numbers_.find(word);
  return known == numbers_.end() ? kUnknown : known->second;
}

namespace {

std::size_t hash_of(const std::vector<std::uint32_t>& words) {
  std::uint64_t hash = words.size();
  for (const std::uint32_t word : words) hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(hash);
}

// Where the items stand then.
template <class Item>
Vocabulary::Stretch append(std::vector<Item>& row, const std::vector<Item>& items) {
  const auto begin = static_cast<std::uint32_t>(row.size());
  row.insert(row.end(), items.begin(), items.end());
  return {begin, static_cast<std::uint32_t>(row.size())};
}

}  // namespace

std::uint32_t Vocabulary::add_set(const std::vector<std::uint32_t>& words) {
  const std::size_t hash = hash_of(words);
  const auto [first, last] = sets_by_hash_.equal_range(hash);
  for (auto known = first; known != last; ++known)
    if (std::ranges::equal(words_of(known->second), words)) return known->second;
  const auto number = static_cast<std::uint32_t>(sets_.size());
  sets_by_hash_.emplace(hash, number);
  sets_.push_back(append(set_words_, words));
  need_of_.push_back(kUnknown);
  return number;
}

std::uint32_t Vocabulary::add_need(std::uint32_t set) {
  if (need_of_[set] != kUnknown) return need_of_[set];
  const std::uint32_t need = need_of_[set] = needs_++;
  const auto words = words_of(set);
  if (!words.empty() && needs_met_by_.size() <= words.back()) needs_met_by_.resize(words.back() + 1);
  for (const std::uint32_t word : words) needs_met_by_[word].push_back(need);
  return need;
}

Vocabulary::Stretch Vocabulary::add_steps(const Sequence& sequence) {
  std::vector<PatternStep> steps;
  for (const Element& element : sequence) {
    PatternStep& step = steps.emplace_back();
    step.kind = element.kind;
    step.optional = element.optional;
    step.adjacent = element.adjacent;
    step.possessive = element.possessive;
    step.word_class = element.word_class;
    step.role = element.role;
    step.number = element.kind == PatternStep::Kind::choice ? element.choices->number : element.set;
  }
  return append(steps_, steps);
}

std::uint32_t Vocabulary::add_choice(const Choices& choices) {
  std::vector<Stretch> alternatives;
  for (const Sequence& sequence : choices.all) alternatives.push_back(add_steps(sequence));
  choices_.push_back({.alternatives = append(alternatives_, alternatives),
                      .needing = append(needing_, choices.needing),
                      .needless = append(needless_, choices.needless),
                      .set = choices.set,
                      .need = choices.need.value_or(kUnknown),
                      .open = !choices.open.empty()});
  return static_cast<std::uint32_t>(choices_.size() - 1);
}

std::span<const std::uint32_t> Vocabulary::needs_met_by(std::uint32_t word) const {
  if (word >= needs_met_by_.size()) return {};
  return needs_met_by_[word];
}

namespace {

// A pattern that speaks of a mother speaks of a father: what is wrong to write doesn't depend on anyone's
// sex. Each word finds the other beside itself.
constexpr std::pair<std::string_view, std::string_view> kAlike[] = {{"she", "he"},
                                                                    {"her", "him"},
                                                                    {"her", "his"},
                                                                    {"hers", "his"},
                                                                    {"herself", "himself"},
                                                                    {"mother", "father"},
                                                                    {"mum", "dad"},
                                                                    {"mummy", "daddy"},
                                                                    {"mom", "dad"},
                                                                    {"mam", "dad"},
                                                                    {"mommy", "daddy"},
                                                                    {"woman", "man"},
                                                                    {"women", "men"},
                                                                    {"girl", "boy"},
                                                                    {"daughter", "son"},
                                                                    {"sister", "brother"},
                                                                    {"aunt", "uncle"},
                                                                    {"wife", "husband"},
                                                                    {"girlfriend", "boyfriend"},
                                                                    {"grandmother", "grandfather"},
                                                                    {"lady", "gentleman"},
                                                                    {"female", "male"},
                                                                    {"stepmother", "stepfather"},
                                                                    {"ex-wife", "ex-husband"},
                                                                    {"maternal", "paternal"},
                                                                    {"mob", "fob"},
                                                                    {"moc", "foc"},
                                                                    {"mothers", "fathers"},
                                                                    {"mums", "dads"},
                                                                    {"nan", "grandad"}};

void sort_unique(auto& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

// Numbers for a word and for those that are alike.
void add_alike(std::string_view word, Vocabulary& vocabulary, std::vector<std::uint32_t>& words) {
  words.push_back(vocabulary.add(word));
  for (const auto& [one, other] : kAlike) {
    if (same_word(word, one)) words.push_back(vocabulary.add(other));
    if (same_word(word, other)) words.push_back(vocabulary.add(one));
  }
  sort_unique(words);
}

std::optional<RolePlace> role_named(std::string_view name) {
  if (name == "survivor") return RolePlace::survivor;
  if (name == "perpetrator") return RolePlace::perpetrator;
  if (name == "child") return RolePlace::child;
  if (name == "professional") return RolePlace::professional;
  if (name == "pair") return RolePlace::pair;
  if (name == "family") return RolePlace::family;
  if (name == "parent") return RolePlace::parent;
  if (name == "person") return RolePlace::person;
  return std::nullopt;
}

std::optional<WordClass> class_named(std::string_view name) {
  if (name == "verb" || name == "v") return WordClass::verb;
  if (name == "noun" || name == "n") return WordClass::noun;
  if (name == "adj" || name == "a") return WordClass::adjective;
  if (name == "adverb") return WordClass::adverb;
  if (name == "number") return WordClass::number;
  if (name == "participle") return WordClass::participle;
  if (name == "name") return WordClass::name;
  return std::nullopt;
}

// The words that a match of `sequence` may begin with; false if it may begin with any word.
bool collect_anchors(std::span<const Element> sequence, std::vector<std::uint32_t>& anchors) {
  for (const Element& element : sequence) {
    switch (element.kind) {
      case Element::Kind::word:
        anchors.insert(anchors.end(), element.words.begin(), element.words.end());
        break;
      case Element::Kind::choice:
        if (!element.choices->open.empty()) return false;
        for (const Choices::Opening& opening : element.choices->openings) anchors.push_back(opening.word);
        break;
      case Element::Kind::negation:
        continue;
      default:
        return false;
    }
    if (!element.optional) return true;
  }
  return false;
}

bool is_plain_word(const Sequence& sequence) {
  return sequence.size() == 1 && sequence[0].kind == Element::Kind::word && !sequence[0].optional &&
         sequence[0].word_class == WordClass::any;
}

Element choice_between(std::vector<Sequence> alternatives, Vocabulary& vocabulary) {
  Element element;
  element.kind = Element::Kind::choice;
  element.choices = std::make_shared<const Choices>(std::move(alternatives), vocabulary);
  return element;
}

// A choice between single words is one element with several words: it matches in one look.
Element choice_of(std::vector<Sequence> choices, Vocabulary& vocabulary) {
  if (std::all_of(choices.begin(), choices.end(), is_plain_word)) {
    Element element;
    for (const Sequence& sequence : choices)
      element.words.insert(element.words.end(), sequence[0].words.begin(), sequence[0].words.end());
    sort_unique(element.words);
    element.set = vocabulary.add_set(element.words);
    return element;
  }
  return choice_between(std::move(choices), vocabulary);
}

// Does every match of it hold a word of the text? A gap may be empty, and "not" is about the clause.
bool takes_a_word(const Sequence& sequence) {
  return std::any_of(sequence.begin(), sequence.end(), [](const Element& element) {
    if (element.optional || element.kind == Element::Kind::gap || element.kind == Element::Kind::negation)
      return false;
    return element.kind != Element::Kind::choice || element.choices->take_a_word;
  });
}

void need_a_word(const Sequence& sequence, std::string_view text) {
  if (!takes_a_word(sequence))
    throw std::invalid_argument("a pattern needs a word that may not be left out (in “" + std::string(text) +
                                "”)");
}

// A recursive-descent reader of the notation in the header.
class Reader {
 public:
  Reader(std::string_view text, Vocabulary& vocabulary, const WordClasses& classes)
      : text_(text), vocabulary_(vocabulary), classes_(classes) {}

  Sequence whole() {
    Sequence sequence = read_sequence();
    if (at_ < text_.size()) fail("this ) has no (");
    if (sequence.empty()) fail("a pattern needs at least one word");
    return sequence;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::invalid_argument(what + " (at “" + std::string(text_.substr(at_)) + "” in “" +
                                std::string(text_) + "”)");
  }
  bool more() const { return at_ < text_.size(); }
  char peek() const { return text_[at_]; }
  void skip_spaces() {
    while (more() && peek() == ' ') ++at_;
  }
  bool take(char c) {
    if (!more() || peek() != c) return false;
    ++at_;
    return true;
  }

  Sequence read_sequence() {
    Sequence sequence;
    bool open = false;
    for (skip_spaces(); more() && peek() != ')' && peek() != '|'; skip_spaces()) {
      if (take('[')) {
        open = true;
        continue;
      }
      if (take(']')) {
        if (sequence.empty()) fail("] needs words before it");
        sequence.back().closes_span = true;
        continue;
      }
      Element element = read_element();
      element.opens_span = open;
      open = false;
      element.optional = take('?');
      if (take(']')) element.closes_span = true;
      sequence.push_back(std::move(element));
    }
    return sequence;
  }

  Element read_element() {
    if (take('(')) return read_choice();
    if (take('{')) return read_named();
    if (take('<')) return read_class();
    return read_word();
  }

  Element read_choice() {
    std::vector<Sequence> choices;
    do {
      choices.push_back(read_sequence());
      if (choices.back().empty()) fail("an alternative is empty");
    } while (take('|'));
    if (!take(')')) fail("expected )");
    return choice_of(std::move(choices), vocabulary_);
  }

  std::string_view until(char end) {
    const std::size_t close = text_.find(end, at_);
    if (close == std::string_view::npos) fail(std::string("expected ") + end);
    const std::string_view name = text_.substr(at_, close - at_);
    at_ = close + 1;
    return name;
  }

  Element read_named() {
    const std::string_view name = until('}');
    const bool known = name.ends_with('!');
    if (const auto role = role_named(name.substr(0, name.size() - (known ? 1 : 0)))) {
      Element element;
      element.known = known;
      element.kind = Element::Kind::role;
      element.role = *role;
      if (text_.substr(at_).starts_with("'s")) {
        element.possessive = true;
        at_ += 2;
      }
      return element;
    }
    const Element* found = classes_.find(std::string(name));
    if (found == nullptr) fail("there is no role and no word class called {" + std::string(name) + "}");
    return *found;
  }

  Element read_class() {
    const std::string_view name = until('>');
    const auto word_class = class_named(name);
    if (!word_class) fail("expected <verb>, <noun>, <adj>, <adverb>, <number>, <participle> or <name>");
    Element element;
    element.kind = Element::Kind::word_class;
    element.word_class = *word_class;
    return element;
  }

  Element read_word() {
    const std::size_t end = std::min(text_.find_first_of(" ()|?[]", at_), text_.size());
    std::string_view word = text_.substr(at_, end - at_);
    if (word.empty()) fail("expected a word");
    at_ = end;
    if (word.size() > 2 && word.find('+') != std::string_view::npos) return with_neighbours(word);
    Element element;
    if (word == "...") {
      element.kind = Element::Kind::gap;
      return element;
    }
    if (word == "not") {
      element.kind = Element::Kind::negation;
      return element;
    }
    if (const std::size_t slash = word.rfind('/');
        slash != std::string_view::npos && slash + 2 == word.size()) {
      const auto word_class = class_named(word.substr(slash + 1));
      if (!word_class) fail("after / expected v, n or a");
      element.word_class = *word_class;
      word = word.substr(0, slash);
    }
    set_words(element, word);
    return word.size() > 2 && word.find('-') != std::string_view::npos ? with_parts(std::move(element), word)
                                                                       : element;
  }

  void set_words(Element& element, std::string_view word) {
    add_alike(lower(word), vocabulary_, element.words);
    element.set = vocabulary_.add_set(element.words);
  }

  // "be+to": the words stand right beside each other.
  Element with_neighbours(std::string_view words) {
    Sequence sequence;
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find('+', begin), words.size());
      if (end == begin) fail("expected a word on either side of +");
      Element part;
      set_words(part, words.substr(begin, end - begin));
      part.adjacent = begin > 0;
      sequence.push_back(std::move(part));
      begin = end + 1;
    }
    return choice_between({std::move(sequence)}, vocabulary_);
  }

  // Segmentation divides most hyphenated words ("one-off" is three tokens) and keeps some whole, so both fit;
  // the hyphen itself is a light word.
  Element with_parts(Element whole, std::string_view word) {
    Sequence parts;
    for (std::size_t begin = 0; begin <= word.size();) {
      const std::size_t end = std::min(word.find('-', begin), word.size());
      if (end > begin) {
        Element part;
        set_words(part, word.substr(begin, end - begin));
        parts.push_back(std::move(part));
      }
      begin = end + 1;
    }
    return choice_between({Sequence{std::move(whole)}, std::move(parts)}, vocabulary_);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Vocabulary& vocabulary_;
  const WordClasses& classes_;
};

// What has to stand in the sentence for a match of `sequence`, but for what any sentence may have.
void collect_needs(const Sequence& sequence, Vocabulary& vocabulary, std::vector<std::uint32_t>& needs) {
  for (const Element& element : sequence) {
    if (element.optional) continue;
    if (element.kind == Element::Kind::word) needs.push_back(vocabulary.add_need(element.set));
    if (element.kind != Element::Kind::choice) continue;
    if (element.choices->open.empty()) needs.push_back(vocabulary.add_need(element.choices->set));
    if (element.choices->need) needs.push_back(vocabulary.add_need(*element.choices->need));
    if (element.choices->all.size() == 1) collect_needs(element.choices->all.front(), vocabulary, needs);
  }
}

std::optional<std::uint32_t> need_of(const Element& element) {
  if (element.optional) return std::nullopt;
  if (element.kind == Element::Kind::word) return element.set;
  return element.kind == Element::Kind::choice ? element.choices->need : std::nullopt;
}

std::uint32_t frequency_of(std::uint32_t set, const Vocabulary& vocabulary) {
  std::uint32_t sum = 0;
  for (const std::uint32_t word : vocabulary.words_of(set)) sum += vocabulary.frequency_of(word);
  return sum;
}

// The set of words that is rarest of those that a match of `sequence` needs one of.
std::optional<std::uint32_t> rarest_need(const Sequence& sequence, const Vocabulary& vocabulary) {
  std::optional<std::uint32_t> rarest;
  std::uint32_t least = 0;
  for (const Element& element : sequence) {
    const auto need = need_of(element);
    if (!need) continue;
    const std::uint32_t frequency = frequency_of(*need, vocabulary);
    if (rarest && frequency >= least) continue;
    rarest = need;
    least = frequency;
  }
  return rarest;
}

}  // namespace

Choices::Choices(std::vector<Sequence> alternatives, Vocabulary& vocabulary) : all(std::move(alternatives)) {
  std::vector<std::uint32_t> opening_words;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    std::vector<std::uint32_t> words;
    if (!collect_anchors(all[i], words)) {
      open.push_back(i);
      continue;
    }
    for (const std::uint32_t word : words) openings.push_back({word, i});
    opening_words.insert(opening_words.end(), words.begin(), words.end());
  }
  sort_unique(opening_words);
  set = vocabulary.add_set(opening_words);
  sort_unique(openings);
  take_a_word = std::all_of(all.begin(), all.end(), takes_a_word);
  find_needs(vocabulary);
  number = vocabulary.add_choice(*this);
}

void Choices::find_needs(Vocabulary& vocabulary) {
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const auto rarest = rarest_need(all[i], vocabulary);
    if (!rarest) {
      needless.push_back(i);
      continue;
    }
    for (const std::uint32_t word : vocabulary.words_of(*rarest)) needing.push_back({word, i});
  }
  sort_unique(needing);
  if (!needless.empty()) return;
  std::vector<std::uint32_t> words;
  for (const auto& each : needing) words.push_back(each.word);
  sort_unique(words);
  need = vocabulary.add_set(words);
}

std::span<const Choices::Opening> Choices::openings_of(std::uint32_t word) const {
  if (word == Vocabulary::kUnknown) return {};
  return stretch_of(openings, word, &Opening::word);
}

void WordClasses::add(const std::string& name, std::vector<Sequence> entries, Vocabulary& vocabulary) {
  Class& known = classes_[name];
  known.entries.insert(known.entries.end(), std::make_move_iterator(entries.begin()),
                       std::make_move_iterator(entries.end()));
  known.element = choice_of(known.entries, vocabulary);
}

const Element* WordClasses::find(const std::string& name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? nullptr : &found->second.element;
}

Sequence parse_phrase(std::string_view text, Vocabulary& vocabulary, const WordClasses& classes) {
  Sequence phrase = Reader(text, vocabulary, classes).whole();
  need_a_word(phrase, text);
  return phrase;
}

Pattern parse_pattern(std::string_view text, Vocabulary& vocabulary, const WordClasses& classes) {
  Pattern pattern;
  pattern.text = text;
  pattern.elements = Reader(text, vocabulary, classes).whole();
  const Element& first = pattern.elements.front();
  if (pattern.elements.size() > 1 && first.kind == Element::Kind::role && !first.possessive &&
      !first.optional) {
    pattern.has_subject = true;
    pattern.subject = first.role;
    pattern.subject_known = first.known;
    pattern.elements.erase(pattern.elements.begin());
  }
  if (!pattern.has_subject) need_a_word(pattern.elements, text);
  pattern.steps = vocabulary.add_steps(pattern.elements);
  collect_needs(pattern.elements, vocabulary, pattern.needs);
  sort_unique(pattern.needs);
  if (!collect_anchors(pattern.elements, pattern.anchors)) pattern.anchors.clear();
  sort_unique(pattern.anchors);
  return pattern;
}

Pattern parse_match(std::string_view text, Vocabulary& vocabulary, const WordClasses& classes) {
  Pattern pattern = parse_pattern(text, vocabulary, classes);
  if (!takes_a_word(pattern.elements))
    throw std::invalid_argument("“" + std::string(text) + "” needs a word that may not be left out");
  return pattern;
}

}  // namespace onus
