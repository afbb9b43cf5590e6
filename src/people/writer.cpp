#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "text/closed_list.h"

// Who writes the report, as far as it says so.
namespace onus {
namespace {

bool says_author(const std::string& label) {
  static constexpr std::array<std::string_view, 6> words{"author",       " by",          "writer",
                                                         "statement of", "affidavit of", "declaration of"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return label.find(word) != std::string::npos; });
}

// "Kind regards", not "With regards to contact".
bool closes_letter(const std::string& words) {
  static constexpr std::array<std::string_view, 3> first{"sincerely", "regards", "signed"};
  static constexpr std::array<std::string_view, 7> anywhere{
      "yours sincerely", "yours faithfully", "yours truly",    "kind regards",
      "best regards",    "warm regards",     "kindest regards"};
  const auto begins = [&](std::string_view word) { return words.starts_with(word); };
  const auto holds = [&](std::string_view word) { return words.find(word) != std::string::npos; };
  return std::any_of(first.begin(), first.end(), begins) ||
         std::any_of(anywhere.begin(), anywhere.end(), holds);
}

bool is_name_in(const Gathering& g, std::uint32_t mention, ProseSpan span) {
  return g.found[mention].kind == MentionKind::name && g.candidates[mention].size() == 1 &&
         span.contains(g.span_of(g.found[mention].tokens));
}

// The first in `span` whose name can mean no one else.
std::uint32_t first_named(const Gathering& g, ProseSpan span) {
  for (std::uint32_t i = 0; i < g.found.size(); ++i)
    if (is_name_in(g, i, span)) return g.candidates[i].front();
  return kNone;
}

// The author of a details line, whoever a statement is the statement of.
std::uint32_t author_in_details(const Gathering& g) {
  for (const Detail& detail : g.details) {
    if (!says_author(fold(g.text(detail.label)))) continue;
    if (const std::uint32_t author = first_named(g, detail.value); author != kNone) return author;
  }
  return kNone;
}

// "I, Leanne Hart, …", "My name is …"
bool introduces_writer(const Gathering& g, const FoundMention& me, const FoundMention& name) {
  if (me.kind != MentionKind::writer || me.quoted || name.kind != MentionKind::name) return false;
  const std::string_view between = words_of(g.document, g.analysis, {me.tokens.end, name.tokens.begin});
  return between == "," || between == "am" || between == "'m" || between == "name is" ||
         between == "full name is";
}

std::uint32_t introduced(const Gathering& g) {
  for (std::uint32_t i = 0; i + 1 < g.found.size(); ++i)
    if (introduces_writer(g, g.found[i], g.found[i + 1]) && g.candidates[i + 1].size() == 1)
      return g.candidates[i + 1].front();
  return kNone;
}

// "Yours sincerely, / Eleanor Fitch"
std::uint32_t signatory(const Gathering& g) {
  bool closed = false;  // by the block before
  for (std::size_t b = 0; b < g.document.blocks.size(); ++b) {
    const ProseSpan block = g.document.blocks[b].span;
    const bool closes = closes_letter(fold(g.text(block)));
    if (b > 0 && (closed || closes))
      if (const std::uint32_t name = first_named(g, block); name != kNone) return name;
    closed = closes;
  }
  return kNone;
}

// "Supervisor: Renee Sandoval": who answers for the report, or was asked for it, seldom writes it.
bool names_worker(const std::string& label) {
  const auto holds = [&](std::string_view word) { return label.find(word) != std::string::npos; };
  static constexpr std::array<std::string_view, 9> others{"supervis", "manager", "chair",  "judge",  "refer",
                                                          "teacher",  "gp",      "doctor", "support"};
  static constexpr std::array<std::string_view, 7> workers{
      "worker", "assessor", "investigator", "evaluator", "officer", "practitioner", "health visitor"};
  return std::none_of(others.begin(), others.end(), holds) &&
         std::any_of(workers.begin(), workers.end(), holds);
}

// "Social worker: Niamh Corrigan" over a report that says "I": the one professional whom its labels name, of
// several the one worker.
std::uint32_t only_professional(const Gathering& g) {
  std::uint32_t one = kNone, worker = kNone;
  bool several = false, workers = false;
  for (const Detail& detail : g.details) {
    const PersonNoun* noun = g.words.noun_of_key(detail.key);
    if (noun == nullptr || noun->sort != NounSort::professional || !detail.relation.empty()) continue;
    for (std::uint32_t i = 0; i < g.found.size(); ++i) {
      if (!is_name_in(g, i, detail.value)) continue;
      const std::uint32_t person = g.candidates[i].front();
      several |= one != kNone && one != person;
      one = person;
      if (!names_worker(fold(g.text(detail.label)))) continue;
      workers |= worker != kNone && worker != person;
      worker = person;
    }
  }
  if (worker != kNone && !workers) return worker;
  return several ? kNone : one;
}

// "my sister": kin, a partner or a child of the writer's.
bool is_of_writer(const Gathering& g, const FoundMention& mention) {
  const NounSort sort = mention.noun->sort;
  if (sort != NounSort::kin && sort != NounSort::partner && sort != NounSort::child &&
      sort != NounSort::group)
    return false;
  if (mention.possessor != kNone && g.found[mention.possessor].kind == MentionKind::writer) return true;
  // "I am the father of Ines"
  const std::uint32_t c = g.clauses.at_predicate[mention.head];
  if (c == kNone || !g.clauses.all[c].copular || g.clauses.all[c].negated || sort != NounSort::kin)
    return false;
  const std::uint32_t subject = g.clauses.all[c].subject;
  return subject != kNone && g.form(subject) == "I";
}

// "STATEMENT OF SOCIAL WORKER", "Report by the family court adviser": what the writer is by the document's
// own title, or nullptr.
const PersonNoun* work_in_title(const Gathering& g) {
  constexpr std::uint32_t kTitles = 6;  // blocks at the head of a report
  for (const FoundMention& mention : g.found) {
    const std::uint32_t block = g.analysis.sentences[mention.sentence].block;
    if (block >= kTitles) break;
    if (mention.kind != MentionKind::noun || mention.noun->sort != NounSort::professional) continue;
    const ProseSpan span = g.document.blocks[block].span;
    const std::string before = fold(g.text({span.begin, g.span_of(mention.tokens).begin}));
    static constexpr std::array<std::string_view, 4> papers{"statement", "report", "affidavit",
                                                            "declaration"};
    static constexpr std::array<std::string_view, 4> links{" of ", " by ", " of the ", " by the "};
    const bool paper =
        std::ranges::any_of(papers, [&](std::string_view p) { return before.find(p) != before.npos; });
    const bool link = std::ranges::any_of(links, [&](std::string_view l) { return before.ends_with(l); });
    if (paper && link) return mention.noun;
  }
  return nullptr;
}

// "I qualified in 2012", "I was allocated on 3 June", "my manager": only who is here for work writes so.
bool writes_of_work(const Gathering& g) {
  static constexpr std::array<std::string_view, 5> own{"manager", "supervisor", "caseload", "supervision",
                                                       "agency"};
  static constexpr std::array<std::string_view, 2> did{"qualify", "allocate"};
  const std::vector<Token>& tokens = g.analysis.tokens;
  for (const FoundMention& mention : g.found) {
    if (mention.kind != MentionKind::writer || mention.quoted || mention.head + 1 >= tokens.size()) continue;
    const std::uint32_t c = g.clauses.of_token[mention.head];
    if (tokens[mention.head].upos == Upos::PRON && c != kNone && g.clauses.all[c].subject == mention.head &&
        one_of(g.analysis.lemma(g.clauses.all[c].predicate), did))
      return true;
    if (fold(g.form(mention.head)) == "my" && one_of(fold(g.analysis.lemma(mention.head + 1)), own))
      return true;
  }
  return false;
}

}  // namespace

void learn_writer(Gathering& g) {
  g.writer = writer_of(g);
  if (g.writer == kNone || writes_of_own_family(g)) return;
  Known& writer = g.people[g.writer];
  if (writer.professional || !writer.claims.empty()) return;
  const PersonNoun* work = work_in_title(g);
  if (work == nullptr && !writes_of_work(g)) return;
  if (work != nullptr) writer.add_key(work->key);
  writer.professional = writer.by_setting = true;
  writer.generation = Generation::adult;
}

bool writes_of_own_family(const Gathering& g) {
  return std::any_of(g.found.begin(), g.found.end(), [&](const FoundMention& mention) {
    return mention.noun != nullptr && !mention.quoted && is_of_writer(g, mention);
  });
}

std::uint32_t writer_of(const Gathering& g) {
  for (const auto find : {author_in_details, introduced, signatory, only_professional})
    if (const std::uint32_t writer = find(g); writer != kNone) return writer;
  return kNone;
}

}  // namespace onus
