#include "rules/run_rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "rules/matcher.h"
#include "rules/sieve.h"
#include "rules/wording.h"

namespace onus {
namespace {

bool contains(const auto& list, auto value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool applies_to(const Rule& rule, const Narrative& narrative, std::uint32_t sentence) {
  if (!rule.kinds.empty() && !contains(rule.kinds, narrative.kind)) return false;
  const Section section = narrative.section_of(sentence);
  if (!rule.sections.empty() && !contains(rule.sections, section)) return false;
  return !contains(rule.not_in, section);
}

// Whether words are in a sentence that rules ask for beside a match: it rests on no more than a match in it
// does, so it holds for the next state of the text, too. But where it isn't known who is who, it depends on
// the match that they are beside, and nothing is kept.
class KeptAnswers {
 public:
  KeptAnswers() = default;
  KeptAnswers(KeptMatches& kept, const KeptMatches& before) : kept_(&kept), before_(&before) {}

  // A number for the list, which stays where it is, in the sentence; 0 where nothing is kept of it.
  std::uint64_t key_of(const std::vector<Pattern>& patterns, std::uint32_t sentence) const {
    if (kept_ == nullptr || kept_->sentences[sentence].hash == 0) return 0;
    return (kept_->sentences[sentence].hash ^ reinterpret_cast<std::uintptr_t>(&patterns)) *
           0x9E3779B97F4A7C15U;
  }
  std::optional<bool> find(std::uint64_t key) {
    if (key == 0) return std::nullopt;
    if (const auto found = now_.find(key); found != now_.end()) return found->second;
    if (std::ranges::binary_search(before_->absent, key)) return now_[key] = false;
    if (std::ranges::binary_search(before_->present, key)) return now_[key] = true;
    return std::nullopt;
  }
  void note(std::uint64_t key, bool present) {
    if (key != 0) now_[key] = present;
  }
  void finish() {
    for (const auto& [key, present] : now_) (present ? kept_->present : kept_->absent).push_back(key);
    std::ranges::sort(kept_->absent);
    std::ranges::sort(kept_->present);
  }

 private:
  KeptMatches* kept_ = nullptr;
  const KeptMatches* before_ = nullptr;
  std::unordered_map<std::uint64_t, bool> now_;
};

// Looks for what excuses a match or has to be near it: of one match, or of all matches of a text. These ask
// in its order about the same few sentences over and over, so for them each of these has a sieve, made when
// it is needed.
class Surroundings {
 public:
  explicit Surroundings(const Matcher& matcher) : matcher_(matcher) {}
  Surroundings(const Matcher& matcher, KeptAnswers answers)
      : matcher_(matcher), answers_(std::move(answers)) {}

  bool any_in(const std::vector<Pattern>& patterns, std::uint32_t sentence, const Match& beside) {
    if (patterns.empty()) return false;
    if (!answers_)
      return std::ranges::any_of(
          patterns, [&](const Pattern& pattern) { return matcher_.occurs_in(pattern, sentence, &beside); });
    const std::uint64_t key = answers_->key_of(patterns, sentence);
    if (const auto known = answers_->find(key)) return *known;
    Sighting most = Sighting::none;
    for (const Pattern& pattern : patterns) {
      if (matcher_.meets(pattern.needs, sentence)) most = std::max(most, sift(pattern, sentence, beside));
      if (most == Sighting::certain) break;
    }
    if (most == Sighting::none || most == Sighting::certain) answers_->note(key, most == Sighting::certain);
    return most >= Sighting::beside;
  }

  void finish() { answers_->finish(); }

  bool any_near(const std::vector<Pattern>& patterns, const Match& match) {
    const std::uint32_t sentence = match.sentence;
    if (patterns.empty()) return false;
    const auto last = static_cast<std::uint32_t>(matcher_.narrative().analysis.sentences.size());
    for (std::uint32_t s = sentence < kNear ? 0 : sentence - kNear; s < std::min(last, sentence + kNear + 1);
         ++s)
      if (any_in(patterns, s, match)) return true;
    return false;
  }

 private:
  static constexpr std::uint32_t kNear = 2;  // sentences on each side

  // What a sentence has of a pattern: nothing, something that doesn't count beside this match, something that
  // does, something that counts beside any.
  enum class Sighting : std::uint8_t { none, apart, beside, certain };

  Sighting sift(const Pattern& pattern, std::uint32_t sentence, const Match& beside) {
    auto& sieve = sieves_[sentence % sieves_.size()];
    if (!sieve) sieve = std::make_unique<Sieve>(matcher_);
    sieve->enter(sentence);
    Sighting most = Sighting::none;
    for (const std::uint32_t token : sieve->beginnings(pattern)) {
      const auto match = matcher_.match_at(pattern, token, false);
      if (!match) continue;
      if (match->fit != RoleFit::unknown) return Sighting::certain;
      most = std::max(most, matcher_.counts(*match, beside) ? Sighting::beside : Sighting::apart);
    }
    return most;
  }

  const Matcher& matcher_;
  std::optional<KeptAnswers> answers_;  // none for one match
  std::array<std::unique_ptr<Sieve>, 2 * kNear + 1> sieves_;
};

bool holds(const Matcher& matcher, Surroundings& around, const Rule& rule, const Match& match) {
  const Narrative& narrative = matcher.narrative();
  if (rule.known_people && match.fit == RoleFit::unknown) return false;
  return applies_to(rule, narrative, match.sentence) && !excused(narrative, match, rule.unless) &&
         !around.any_in(rule.unless_words, match.sentence, match) &&
         !around.any_near(rule.unless_near, match) &&
         (rule.only_with.empty() || around.any_in(rule.only_with, match.sentence, match)) &&
         (rule.only_near.empty() || around.any_near(rule.only_near, match));
}

Severity capped(Severity severity, RoleFit fit) {
  if (fit == RoleFit::unknown) return Severity::note;
  if (fit == RoleFit::inferred) return std::min(severity, Severity::warning);
  return severity;
}

std::string name_at(const Narrative& narrative, const Match& match, RolePlace place) {
  const std::uint32_t index = match.roles[static_cast<std::size_t>(place)];
  if (index == kNone) return {};
  const Mention& mention = narrative.cast.mentions[index];
  if (mention.people.size() == 1) return in_words(narrative.cast.people[mention.people.front()]);
  if (mention.kind == MentionKind::pronoun) return {};
  return std::string(narrative.text(narrative.span_of(mention.tokens)));
}

// The children whom the sentence speaks of one by one, else together; those of the report where it speaks of
// none.
std::vector<std::uint32_t> children_of(const Narrative& narrative, std::uint32_t sentence) {
  const Cast& cast = narrative.cast;
  const TokenRange tokens = narrative.analysis.sentences[sentence].tokens;
  std::vector<std::uint32_t> children;
  const auto add = [&](std::uint32_t person) {
    if (cast.people[person].role() == Role::child && std::ranges::find(children, person) == children.end())
      children.push_back(person);
  };
  for (const bool together : {false, true})
    for (std::uint32_t t = tokens.begin; t < tokens.end && (!together || children.empty()); ++t)
      if (const Mention* mention = cast.at(t); mention != nullptr && (mention->people.size() > 1) == together)
        std::ranges::for_each(mention->people, add);
  if (children.empty())
    for (std::uint32_t p = 0; p < cast.people.size(); ++p) add(p);
  return children;
}

// Where no child stands in the match itself: the one of whom the sentence or the report speaks, or all.
void name_children(Names& names, const Narrative& narrative, std::uint32_t sentence) {
  const std::vector<std::uint32_t> children = children_of(narrative, sentence);
  names.children = children.size() > 1;
  if (names.children)
    names.child = "the children";
  else if (!children.empty())
    names.child = in_words(narrative.cast.people[children.front()]);
}

// The people of this match first, then those of the report.
Names names_for(const Narrative& narrative, const Names& of_report, const Match& match) {
  Names names = of_report;
  const auto set = [&](std::string& name, RolePlace place) {
    std::string here = name_at(narrative, match, place);
    if (here.empty()) return false;
    name = std::move(here);
    return true;
  };
  const Labels& labels = narrative.cast.labels;
  if (labels.survivor.empty()) set(names.survivor, RolePlace::survivor);
  if (labels.perpetrator.empty()) set(names.perpetrator, RolePlace::perpetrator);
  if (set(names.child, RolePlace::child)) {
    const std::uint32_t child = match.roles[static_cast<std::size_t>(RolePlace::child)];
    const Mention& mention = narrative.cast.mentions[child];
    names.children = mention.people.size() > 1 || (mention.plural && mention.people.empty());
    // "Children who live with violence": nobody's name.
    if (mention.people.empty() && mention.plural) names.child = "the children";
  } else {
    name_children(names, narrative, match.sentence);
  }
  return names;
}

std::string caveat(RoleFit fit) {
  if (fit == RoleFit::unknown)
    return " This holds if that is the person being abused: the report does not say who is who.";
  if (fit == RoleFit::inferred) return " Who is who was inferred from what the report tells.";
  return {};
}

Finding finding_from(const Narrative& narrative, const Names& of_report, const Rule& rule,
                     const Match& match) {
  Finding finding;
  const Names names = names_for(narrative, of_report, match);
  finding.rule = rule.id;
  finding.category = rule.category;
  finding.severity = capped(rule.severity, match.fit);
  finding.span = narrative.span_of(match.underlined);
  finding.sentence = match.sentence;
  finding.predicate =
      match.clause == kNone ? match.underlined.begin : narrative.clauses.all[match.clause].predicate;
  const std::string_view words = narrative.text(finding.span);
  finding.message = fill_names(rule.message, names, words) + caveat(match.fit);
  finding.why = fill_names(rule.why, names, words);
  finding.reference = rule.reference;
  if (!rule.reframe.empty())
    finding.suggestions.push_back({SuggestionKind::reframe,
                                   narrative.analysis.sentences[match.sentence].span,
                                   fill_names(rule.reframe, names, words),
                                   {}});
  for (const std::string& prompt : rule.prompts)
    finding.suggestions.push_back(
        {SuggestionKind::prompt, finding.span, fill_names(prompt, names, words), {}});
  return finding;
}

bool before(const Finding& a, const Finding& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.span.end > b.span.end;
}

bool is_wide(const RuleBook& book, const Finding& finding) {
  const Rule* rule = book.find(finding.rule);
  return rule != nullptr && rule->wide;
}

bool outranks(const RuleBook& book, const Finding& a, const Finding& b) {
  if (const bool wide = is_wide(book, a); wide != is_wide(book, b)) return !wide;
  if (a.severity != b.severity) return a.severity > b.severity;
  return a.span.size() > b.span.size();
}

}  // namespace

std::vector<Finding> run_rules(const Matcher& matcher, KeptMatches& kept, const KeptMatches& before,
                               const RuleBook& book) {
  const Narrative& narrative = matcher.narrative();
  const Names names = names_in(narrative.cast);
  Surroundings around(matcher, KeptAnswers(kept, before));
  std::vector<Finding> findings;
  for (const auto& [owner, match] : kept.of_index.front())
    if (const Rule& rule = book.rules[owner]; holds(matcher, around, rule, match))
      findings.push_back(finding_from(narrative, names, rule, match));
  around.finish();
  return findings;
}

std::optional<Finding> finding_of(const Matcher& matcher, const Rule& rule, const Match& match,
                                  const std::string& patient) {
  Surroundings around(matcher);
  if (!holds(matcher, around, rule, match)) return std::nullopt;
  Names names = names_in(matcher.narrative().cast);
  names.patient = patient;
  return finding_from(matcher.narrative(), names, rule, match);
}

std::vector<Finding> run_rule(const Narrative& narrative, const RuleBook& book, const Rule& rule) {
  const Matcher matcher(narrative, book.vocabulary);
  const Names names = names_in(narrative.cast);
  Surroundings around(matcher, KeptAnswers());
  std::vector<Finding> findings;
  for (std::uint32_t t = 0; t < narrative.analysis.tokens.size(); ++t)
    for (const Pattern& pattern : rule.match)
      if (const auto match = matcher.match_at(pattern, t); match && holds(matcher, around, rule, *match))
        findings.push_back(finding_from(narrative, names, rule, *match));
  drop_overlaps(findings, book);
  return findings;
}

// What is kept of one category doesn't overlap, so that only the last of it can be a rival.
void drop_overlaps(std::vector<Finding>& findings, const RuleBook& book) {
  std::stable_sort(findings.begin(), findings.end(), before);
  std::vector<Finding> kept;
  std::map<std::optional<Category>, std::size_t> last;
  for (Finding& finding : findings) {
    const auto found = last.find(finding.category);
    Finding* rival = found == last.end() ? nullptr : &kept[found->second];
    if (rival == nullptr || !rival->span.overlaps(finding.span)) {
      last[finding.category] = kept.size();
      kept.push_back(std::move(finding));
    } else if (outranks(book, finding, *rival)) {
      *rival = std::move(finding);
    }
  }
  std::stable_sort(kept.begin(), kept.end(), before);
  findings = std::move(kept);
}

}  // namespace onus
