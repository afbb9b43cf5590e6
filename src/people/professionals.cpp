#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "text/closed_list.h"

// Professionals of whom no title or noun says so: "Ms Huynh (school)", "Mr Dunlop reports that …", a teacher
// who is only named where a child talks of lessons.
namespace onus {
namespace {

constexpr std::uint32_t kFamous = 4;  // mentions of the one who is named most
constexpr std::uint32_t kRarely = 3;  // someone named less than one time in three of that plays no main part
constexpr int kEnough = 3;            // of the weights below
constexpr std::uint32_t kSomeAtMeeting = 2;  // professionals that make a list one of a meeting of them
constexpr std::uint32_t kReach = 18;         // tokens on either side that are looked at

constexpr std::array<std::string_view, 37> kWork{
    "report",   "note",       "record",  "observe", "supervise", "chair",   "assess", "minute",
    "refer",    "monitor",    "teach",   "advise",  "notify",    "contact", "offer",  "arrange",
    "confirm",  "facilitate", "deliver", "convene", "review",    "support", "notice", "describe",
    "document", "email",      "log",     "tell",    "say",       "write",   "state",  "share",
    "attend",   "follow",     "phone",   "feed",    "end"};

// What somebody does at work, right behind "who": "Ms Farrow, who teaches Dorrit", "who chaired the review".
constexpr std::array<std::string_view, 7> kRun{"teach",     "chair",  "convene", "prescribe",
                                               "represent", "minute", "diagnose"};
// And what is work only where it is of a place of work: "who runs the contact centre", not "runs marathons".
constexpr std::array<std::string_view, 9> kRunPlace{"run",     "manage",  "lead",       "head", "coordinate",
                                                    "oversee", "deliver", "facilitate", "staff"};

// What workers do for a family as their duty, and what they do it to: "completed the home visit", "carried
// out a welfare check". Parents complete assessments and sessions as well, but don't conduct them.
constexpr std::array<std::string_view, 5> kDuty{"conduct", "undertake", "carry", "chair", "complete"};
constexpr std::array<std::string_view, 12> kDutyObject{"visit",   "check",       "interview",   "enquiry",
                                                       "inquiry", "examination", "observation", "meeting",
                                                       "review",  "search",      "assessment",  "screening"};
// What a worker leaves or joins.
constexpr std::array<std::string_view, 4> kTeam{"team", "service", "department", "agency"};

// What only a worker is set to do by a plan: "Zadie Abara to convene the core group".
constexpr std::array<std::string_view, 14> kTask{"convene",  "circulate", "refer",  "chase",     "liaise",
                                                 "allocate", "weigh",     "review", "supervise", "monitor",
                                                 "assess",   "minute",    "visit",  "notify"};

// Where people work for families; small words as they stand behind "at the", "from the" or "in".
constexpr std::array<std::string_view, 26> kPlace{
    "school",  "nursery",   "preschool", "kindergarten", "surgery", "clinic",   "hospital",
    "refuge",  "programme", "program",   "project",      "service", "team",     "office",
    "centre",  "center",    "court",     "ward",         "class",   "practice", "helpline",
    "charity", "agency",    "unit",      "reception",    "hub"};

// How workers speak with one another: "spoke to Hector Blaine at the nursery", "an email from Otis Kemble".
constexpr std::array<std::string_view, 13> kExchange{"speak",     "tell",   "call",   "ring",    "phone",
                                                     "telephone", "email",  "liaise", "discuss", "say",
                                                     "write",     "report", "send"};

constexpr std::array<std::string_view, 38> kService{
    "class",      "lesson", "school",      "nursery",  "preschool", "playground", "homework", "register",
    "attendance", "year",   "term",        "reading",  "pupil",     "session",    "contact",  "supervised",
    "clinic",     "ward",   "appointment", "referral", "programme", "program",    "group",    "assembly",
    "classroom",  "lunch",  "library",     "visit",    "review",    "meeting",    "case",     "centre",
    "center",     "course", "desk",        "teacher",  "handover",  "statement"};

constexpr std::array<std::string_view, 22> kPrivate{
    "neighbour",  "neighbor",  "friend",     "cousin",    "aunt",     "uncle",  "partner", "husband",
    "wife",       "boyfriend", "girlfriend", "church",    "landlord", "lodger", "next",    "upstairs",
    "downstairs", "brother",   "sister",     "colleague", "pub",      "wedding"};

class SettingReader {
 public:
  explicit SettingReader(Gathering& gathering) : g_(gathering) {}

  void run() {
    std::uint32_t most = 0;
    for (const Known& known : g_.people)
      if (!known.professional) most = std::max(most, known.named_times);
    if (most < kFamous) return;
    weights_.assign(g_.people.size(), 0);
    std::vector<bool> strange(g_.people.size()), open(g_.people.size());
    for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
      strange[p] = is_strange(p, most);
      open[p] = strange[p] && is_rarely_named(p, most);
    }
    for (std::uint32_t i = 0; i < g_.found.size(); ++i) {
      if (g_.found[i].kind != MentionKind::name || g_.candidates[i].size() != 1) continue;
      const std::uint32_t p = g_.candidates[i].front();
      if (!strange[p]) continue;
      if (says_work(g_.found[i])) weights_[p] += kEnough;
      if (open[p]) weigh(i, p);
    }
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (weights_[p] >= kEnough) {
        g_.people[p].professional = g_.people[p].by_setting = true;
        g_.people[p].generation = Generation::adult;
      }
  }

 private:
  const Token& token(std::uint32_t t) const { return g_.analysis.tokens[t]; }
  std::string_view form(std::uint32_t t) const {
    return t < g_.analysis.tokens.size() ? g_.form(t) : std::string_view{};
  }

  // Nobody of whom anything else is said, nor who shares a name with somebody, and not named most of all.
  bool is_strange(std::uint32_t p, std::uint32_t most) const {
    const Known& known = g_.people[p];
    if (known.professional || !known.pseudonym.empty() || is_child(known) || !known.claims.empty())
      return false;
    if (!known.keys.empty() || known.named_times * 3 > most * 2) return false;
    const bool related = std::any_of(g_.relations.begin(), g_.relations.end(), [&](const Relation& relation) {
      return relation.person == p || relation.owner == p;
    });
    if (related) return false;
    return std::none_of(g_.people.begin(), g_.people.end(), [&](const Known& other) {
      return &other != &known && !known.family.empty() && other.family == known.family;
    });
  }

  // None of the main people, and named as one who isn't known well is.
  bool is_rarely_named(std::uint32_t p, std::uint32_t most) const {
    const Known& known = g_.people[p];
    if (known.named_times * kRarely > most) return false;
    return !known.title.empty() || (!known.given.empty() && !known.family.empty());
  }

  // What by itself says that somebody is here for work, however often the name stands.
  bool says_work(const FoundMention& mention) const {
    return of_agency(mention) || has_office(mention) || speaks_for_agency(mention) ||
           has_task_at_meeting(mention) || runs_something(mention) || is_met_at_place(mention) ||
           is_set_task(mention) || does_duty(mention) || meets_with_workers(mention);
  }

  void weigh(std::uint32_t i, std::uint32_t p) {
    const FoundMention& mention = g_.found[i];
    int& weight = weights_[p];
    // "Mr Dunlop", never by a given name: how colleagues are written of.
    if (weight == 0 && !g_.people[p].title.empty() && g_.people[p].given.empty()) weight = 1;
    if (in_brackets_of_private(mention)) weight -= 2 * kEnough;
    const Block& block = g_.document.blocks[g_.analysis.sentences[mention.sentence].block];
    if (block.cell && block.cell->row > 0) weight += 1;
    weigh_clause(mention, weight);
    weigh_words(mention, weight);
  }

  // "Hannah Obi completed the home visit", "after Sinead Roche left the team"
  bool does_duty(const FoundMention& mention) const {
    const std::uint32_t verb = token(mention.head).head;
    if (is_seen_by(mention)) return true;
    if (token(mention.head).deprel != Deprel::nsubj || verb >= g_.analysis.tokens.size()) return false;
    const std::uint32_t c = g_.clauses.at_predicate[verb];
    if (c == kNone || g_.clauses.all[c].voice != Voice::active || g_.clauses.all[c].negated) return false;
    const std::uint32_t object = g_.clauses.all[c].object;
    if (object == kNone) return false;
    const std::string_view does = g_.analysis.lemma(verb);
    const std::string done = fold(g_.analysis.lemma(object));
    if (does == "leave" || does == "join") return one_of(done, kTeam);
    if (!one_of(does, kDuty) || !one_of(done, kDutyObject)) return false;
    // "completed her assessment", "completed the anger management assessment": what the service asks of a
    // parent
    return does != "complete" || (done == "visit" || done == "interview" || done == "check");
  }

  // "was interviewed by Ms. Whitcomb", "Represented by Ms Okonedo"
  bool is_seen_by(const FoundMention& mention) const {
    static constexpr std::array<std::string_view, 8> verbs{"interview", "assess",    "examine", "represent",
                                                           "supervise", "interpret", "chair",   "minute"};
    const std::uint32_t verb = token(mention.head).head;
    const std::uint32_t c = verb < g_.analysis.tokens.size() ? g_.clauses.at_predicate[verb] : kNone;
    if (c != kNone && g_.clauses.all[c].by_agent == mention.head)
      return one_of(g_.analysis.lemma(verb), verbs);
    return mention.tokens.begin > 1 && fold(form(mention.tokens.begin - 1)) == "by" &&
           fold(form(mention.tokens.begin - 2)) == "represented";
  }

  // One of a list of those at a meeting in which several are there for work, and tied to nobody.
  bool meets_with_workers(const FoundMention& mention) const {
    const ProseSpan span = g_.span_of(mention.tokens);
    return std::any_of(g_.details.begin(), g_.details.end(), [&](const Detail& detail) {
      return detail.several && detail.meeting && detail.value.contains(span) &&
             workers_in(detail.value) >= kSomeAtMeeting;
    });
  }

  std::uint32_t workers_in(ProseSpan list) const {
    std::uint32_t workers = 0;
    for (const FoundMention& other : g_.found_in(list)) {
      const auto& people = g_.candidates[static_cast<std::size_t>(&other - g_.found.data())];
      workers +=
          other.kind == MentionKind::name && people.size() == 1 && g_.people[people.front()].professional;
    }
    return workers;
  }

  // "Ms Huynh (school)", "Jo Bell from Women's Aid", "Mr Orr, Kirkton Primary"
  bool of_agency(const FoundMention& mention) const {
    const std::uint32_t after = mention.tokens.end;
    const std::string_view mark = form(after);
    if (mark != "(" && mark != "from" && mark != "of" && mark != "," && mark != "-" && mark != "–")
      return false;
    std::uint32_t at = after + 1;
    if (form(at) == "the" || form(at) == "our" || form(at) == "her" || form(at) == "his") ++at;
    for (const FoundMention& other : g_.found_in(near(at)))
      if (other.kind == MentionKind::agency && other.tokens.begin == at)
        return mark != "," || is_listed(mention) || form(other.tokens.end) == "," ||
               form(other.tokens.end) == "." || form(other.tokens.end) == ")";
    if (mark == "from" && is_named_place(at)) return true;
    for (std::uint32_t t = at; t < at + 5 && t < g_.analysis.tokens.size(); ++t) {
      if (token(t).xpos == Xpos::POS) continue;
      if (!starts_with_capital(form(t))) return false;
      if (g_.words.is_organisation(fold(form(t))))
        return mark != "," || is_listed(mention) || closes_after_body(t);
    }
    return false;
  }

  // "the Caledonian programme", "the family support team", "the breakfast club": not "the school" of no name,
  // from where other parents come too, nor the football club.
  bool is_named_place(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 6> clubs{"breakfast", "youth",   "homework",
                                                           "holiday",   "toddler", "lunch"};
    constexpr std::uint32_t kLongest = 5;
    for (std::uint32_t t = at; t < at + kLongest && t < g_.analysis.tokens.size(); ++t) {
      const Upos upos = token(t).upos;
      if (t > at && one_of(fold(form(t)), kPlace)) return true;
      if (t > at && fold(form(t)) == "club" && one_of(fold(form(t - 1)), clubs)) return true;
      if (upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::ADJ && token(t).xpos != Xpos::POS &&
          token(t).xpos != Xpos::HYPH)
        return false;
    }
    return false;
  }

  // "from Jocasta Pym, Kirkside Primary.": the name of a body and no more.
  bool closes_after_body(std::uint32_t t) const {
    while (starts_with_capital(form(t + 1)) && g_.words.is_organisation(fold(form(t + 1)))) ++t;
    static constexpr std::array<std::string_view, 11> bodies{"primary", "school",   "academy", "nursery",
                                                             "college", "hospital", "surgery", "aid",
                                                             "refuge",  "service",  "services"};
    return one_of(fold(form(t)), bodies) && one_of(form(t + 1), {"", ",", ".", ";", ")"});
  }

  // "Ms Farida Haidari, who runs the contact centre"
  bool runs_something(const FoundMention& mention) const {
    std::uint32_t t = mention.tokens.end;
    if (form(t) == ",") ++t;
    if (form(t) != "who") return false;
    for (++t; token_is_beside(t); ++t)
      if (one_of(form(t), {"is", "was"}) && heads_place(t + 1)) return true;
    if (t >= g_.analysis.tokens.size() || token(t).upos != Upos::VERB) return false;
    const std::string_view verb = g_.analysis.lemma(t);
    return one_of(verb, kRun) || (one_of(verb, kRunPlace) && names_place_after(t)) ||
           (verb == "have" && has_pupil(t));
  }

  // "Elin Rowlands, Head of Lettings"
  bool has_office(const FoundMention& mention) const {
    return form(mention.tokens.end) == "," && heads_place(mention.tokens.end + 1);
  }

  // "who is head of St Bede's Primary"
  bool heads_place(std::uint32_t t) const {
    if (one_of(form(t), {"the", "acting", "deputy", "assistant"})) ++t;
    return one_of(fold(form(t)), {"head", "principal", "manager", "director", "lead"}) &&
           one_of(form(t + 1), {"of", "at"});
  }

  // "who has him for maths"
  bool has_pupil(std::uint32_t verb) const {
    std::uint32_t t = verb + 1;
    if (form(t) == "had") ++t;
    if (form(t + 1) != "for") return false;
    return one_of(fold(form(t + 2)),
                  {"maths", "math", "english", "reading", "science", "pe", "art", "history", "geography",
                   "music", "drama", "phonics", "registration", "form", "homeroom", "period", "games"});
  }

  bool names_place_after(std::uint32_t verb) const {
    constexpr std::uint32_t kNear = 5;
    for (std::uint32_t t = verb + 1; t <= verb + kNear && t < g_.analysis.tokens.size(); ++t)
      if (one_of(fold(g_.analysis.lemma(t)), kPlace)) return true;
    return false;
  }

  bool token_is_beside(std::uint32_t t) const {
    return t < g_.analysis.tokens.size() && (token(t).upos == Upos::AUX || token(t).upos == Upos::ADV);
  }

  // "spoke to Hector Blaine at the nursery", "told Miss Crane in class"; "met Zelda at the school gate" is
  // anyone.
  bool is_met_at_place(const FoundMention& mention) const {
    std::uint32_t t = mention.tokens.end;
    if (form(t) != "at" && form(t) != "in") return false;
    ++t;
    static constexpr std::array<std::string_view, 8> owning{"the",   "our", "her", "his",
                                                            "their", "my",  "a",   "local"};
    while (one_of(fold(form(t)), owning) || (starts_with_capital(form(t)) && t < mention.tokens.end + 5)) ++t;
    if (!one_of(fold(form(t)), kPlace) || token_is_compound(t)) return false;
    const bool subject = token(mention.head).deprel == Deprel::nsubj;
    return one_of(g_.analysis.lemma(token(mention.head).head), kExchange) || subject;
  }

  bool token_is_compound(std::uint32_t t) const {
    return token(t).deprel == Deprel::compound ||
           (t + 1 < g_.analysis.tokens.size() && token(t + 1).upos == Upos::NOUN && token(t).head == t + 1);
  }

  // "Zadie Abara to visit weekly" in a plan, where nobody says that she is of the family.
  bool is_set_task(const FoundMention& mention) const {
    const std::uint32_t to = mention.tokens.end;
    if (g_.analysis.sentences[mention.sentence].tokens.begin != mention.tokens.begin || form(to) != "to")
      return false;
    return to + 1 < g_.analysis.tokens.size() && one_of(g_.analysis.lemma(to + 1), kTask);
  }

  // "CSC (D Otieno): case open", "School (R Behan): …"
  bool speaks_for_agency(const FoundMention& mention) const {
    const std::uint32_t begin = mention.tokens.begin, end = mention.tokens.end;
    if (begin < 2 || form(begin - 1) != "(" || form(end) != ")" || form(end + 1) != ":") return false;
    if (g_.words.is_organisation(fold(form(begin - 2)))) return true;
    const auto i = static_cast<std::size_t>(&mention - g_.found.data());
    return i > 0 && g_.found[i - 1].kind == MentionKind::agency && g_.found[i - 1].tokens.end + 1 == begin;
  }

  // "Present: D Mulqueen (Chair), R Behan (HSCL)": capitals that aren't somebody's part in the family.
  bool has_task_at_meeting(const FoundMention& mention) const {
    static constexpr std::array<std::string_view, 7> tasks{"chair",  "minutes", "minute",  "clerk",
                                                           "scribe", "note",    "observer"};
    const std::uint32_t open = mention.tokens.end;
    if (form(open) != "(" || !is_listed(mention)) return false;
    const std::string task = fold(form(open + 1));
    if (one_of(task, tasks)) return true;
    return form(open + 2) == ")" && form(open + 1).size() > 2 && is_capitals(form(open + 1)) &&
           g_.words.noun(task) == nullptr && g_.words.abbreviation(form(open + 1)) == nullptr &&
           g_.words.label(task).empty();
  }

  // In a list of those present.
  bool is_listed(const FoundMention& mention) const {
    const ProseSpan span = g_.span_of(mention.tokens);
    return std::any_of(g_.details.begin(), g_.details.end(), [&](const Detail& detail) {
      return detail.several && detail.key == "anyone" && detail.value.contains(span);
    });
  }

  ProseSpan near(std::uint32_t t) const {
    const std::uint32_t end =
        std::min<std::uint32_t>(t + 6, static_cast<std::uint32_t>(g_.analysis.tokens.size()));
    return t >= end ? ProseSpan{} : ProseSpan{token(t).span.begin, token(end - 1).span.end};
  }

  // "Mrs Pham next door", "Lorna, a friend"
  bool in_brackets_of_private(const FoundMention& mention) const {
    const std::uint32_t from = mention.tokens.begin > 3 ? mention.tokens.begin - 3 : 0;
    for (std::uint32_t t = from; t < mention.tokens.end + 5 && t < g_.analysis.tokens.size(); ++t)
      if (g_.analysis.sentences[mention.sentence].tokens.contains(t) &&
          one_of(fold(g_.analysis.lemma(t)), kPrivate))
        return true;
    return false;
  }

  // Who tells, records or runs something is at work; who lives, drinks or drives is not.
  void weigh_clause(const FoundMention& mention, int& weight) const {
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end + 8 && t < g_.analysis.tokens.size();
         ++t) {
      const std::uint32_t c = g_.clauses.at_predicate[t];
      if (c == kNone || g_.clauses.all[c].subject != mention.head) continue;
      const std::string_view verb = g_.analysis.lemma(t);
      if (one_of(verb, kWork))
        weight += 1;
      else if (g_.words.is_grown_up_verb(verb) || verb == "live" || verb == "marry" || verb == "move")
        weight -= 2;
    }
    const Deprel relation = token(mention.head).deprel;
    const std::uint32_t governor = token(mention.head).head;
    const std::string_view verb = g_.analysis.lemma(governor);
    if ((relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::obl) &&
        (verb == "tell" || verb == "speak" || verb == "contact" || verb == "meet" || verb == "email" ||
         verb == "ask" || verb == "liaise" || verb == "disclose" || verb == "refer" || verb == "report"))
      weight += is_of_writer(governor) || is_of_child(governor) ? 2 : 1;
  }

  // "Jack told Miss Osei that …": children tell those who teach and look after them.
  bool is_of_child(std::uint32_t verb) const {
    const std::uint32_t c = g_.clauses.at_predicate[verb];
    if (c == kNone || g_.clauses.all[c].subject == kNone) return false;
    const auto teller =
        std::ranges::lower_bound(g_.found, g_.clauses.all[c].subject, {}, &FoundMention::head);
    if (teller == g_.found.end() || teller->head != g_.clauses.all[c].subject) return false;
    const auto& who = g_.candidates[static_cast<std::size_t>(teller - g_.found.begin())];
    return who.size() == 1 && is_child(g_.people[who.front()]);
  }

  // "I spoke with Eimear Walsh by phone", "Spoke to Mr Silva" in notes
  bool is_of_writer(std::uint32_t verb) const {
    const std::uint32_t c = g_.clauses.at_predicate[verb];
    if (c == kNone) return false;
    const Clause& clause = g_.clauses.all[c];
    if (clause.subject != kNone) return form(clause.subject) == "I";
    return clause.kind == ClauseKind::main && clause.voice == Voice::active &&
           token(verb).features.verb_form == VerbForm::fin &&
           g_.analysis.sentences[clause.sentence].tokens.begin == verb;
  }

  void weigh_words(const FoundMention& mention, int& weight) const {
    const TokenRange sentence = g_.analysis.sentences[mention.sentence].tokens;
    const std::uint32_t from = std::max(sentence.begin, mention.head > kReach ? mention.head - kReach : 0);
    const std::uint32_t to = std::min(sentence.end, mention.head + kReach);
    for (std::uint32_t t = from; t < to; ++t)
      if (one_of(fold(g_.analysis.lemma(t)), kService)) {
        weight += 1;
        return;
      }
  }

  Gathering& g_;
  std::vector<int> weights_;
};

}  // namespace

void learn_professionals(Gathering& gathering) { SettingReader(gathering).run(); }

}  // namespace onus
