#include "people/people.h"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "annotated.h"
#include "evaluations.h"
#include "language/english.h"
#include "people/act_likeness.h"
#include "people/place_likeness.h"
#include "text/failure.h"

// onus-evaluation people LEXICONS DIR [-v]: who is who and who did what, against the annotated reports of a
// folder. With -v each miss is printed.
namespace onus {
namespace {

struct Share {
  int right = 0;
  int of = 0;
  void add(bool ok) {
    right += ok;
    ++of;
  }
};

std::ostream& operator<<(std::ostream& out, Share share) {
  const double percent = share.of == 0 ? 100.0 : 100.0 * share.right / share.of;
  return out << share.right << "/" << share.of << " (" << std::fixed << std::setprecision(1) << percent
             << " %)";
}

struct Score {
  Share people, people_precision, roles, perpetrators, pronoun_precision, pronoun_recall, events, agents,
      agents_of_found, tactics;
  int wrong_perpetrators = 0;
  int extra_events = 0;
  int unmarked_pronouns = 0;            // resolved, but the report marks nothing there
  std::map<std::string, int> mistaken;  // "professional taken for other": persons
  void add(const Score& other) {
    for (auto [mine, theirs] : {std::pair{&people, &other.people},
                                {&people_precision, &other.people_precision},
                                {&roles, &other.roles},
                                {&perpetrators, &other.perpetrators},
                                {&pronoun_precision, &other.pronoun_precision},
                                {&pronoun_recall, &other.pronoun_recall},
                                {&events, &other.events},
                                {&agents, &other.agents},
                                {&agents_of_found, &other.agents_of_found},
                                {&tactics, &other.tactics}}) {
      mine->right += theirs->right;
      mine->of += theirs->of;
    }
    wrong_perpetrators += other.wrong_perpetrators;
    extra_events += other.extra_events;
    unmarked_pronouns += other.unmarked_pronouns;
    for (const auto& [kind, count] : other.mistaken) mistaken[kind] += count;
  }
};

std::string listed(const std::map<std::string, int>& counts) {
  std::string out;
  for (const auto& [what, count] : counts)
    out += (out.empty() ? "; wrong: " : ", ") + what + " " + std::to_string(count);
  return out;
}

void print(const std::string& name, const Score& score) {
  std::cout << name << "\n  people found         " << score.people << ", of those made "
            << score.people_precision << "\n  roles right          " << score.roles << listed(score.mistaken)
            << "\n  perpetrators known   " << score.perpetrators << "\n  wrong perpetrators   "
            << score.wrong_perpetrators << "\n  pronouns: precision  " << score.pronoun_precision
            << "\n            recall     " << score.pronoun_recall << ", resolved where nothing is marked "
            << score.unmarked_pronouns << "\n  abusive events found " << score.events << ", beside "
            << score.extra_events << " others\n  their agents right   " << score.agents << "; of those found "
            << score.agents_of_found << "\n  their tactics right  " << score.tactics << "\n";
}

bool is_pronoun(std::string_view words) {
  static const std::set<std::string> kPronouns{"he",    "him",    "his",       "himself", "she",
                                               "her",   "hers",   "herself",   "they",    "them",
                                               "their", "theirs", "themselves"};
  return kPronouns.contains(fold(words));
}

class ReportScorer {
 public:
  ReportScorer(const AnnotatedReport& gold, const Document& document, const Analysis& analysis,
               const Cast& cast, const std::vector<Event>& events, bool verbose)
      : gold_(gold),
        document_(document),
        analysis_(analysis),
        cast_(cast),
        events_(events),
        verbose_(verbose) {}

  Score run() {
    pair_mentions();
    pair_people();
    score_people();
    score_pronouns();
    score_events();
    return score_;
  }

 private:
  std::string text(ProseSpan span) const { return std::string(slice<ProseText>(document_.prose, span)); }

  std::string around(ProseSpan span) const {
    const std::uint32_t from = span.begin > 50 ? span.begin - 50 : 0;
    const auto to = std::min<std::size_t>(document_.prose.size(), span.end + 40);
    return document_.prose.substr(from, span.begin - from) + "<<" + text(span) + ">>" +
           document_.prose.substr(span.end, to - span.end);
  }

  ProseSpan span_of(const Mention& mention) const {
    return {analysis_.tokens[mention.tokens.begin].span.begin,
            analysis_.tokens[mention.tokens.end - 1].span.end};
  }

  // Marks and mentions that end at the same place are the same; where several do, the longest in common.
  void pair_mentions() {
    mine_.assign(gold_.mentions.size(), kNone);
    for (std::size_t g = 0; g < gold_.mentions.size(); ++g) {
      std::uint32_t best = 0;
      for (std::uint32_t m = 0; m < cast_.mentions.size(); ++m) {
        const ProseSpan span = span_of(cast_.mentions[m]);
        const ProseSpan mark = gold_.mentions[g].span;
        if (span.end != mark.end || paired_.contains(m)) continue;
        const std::uint32_t common = span.end - std::max(span.begin, mark.begin);
        if (common <= best) continue;
        best = common;
        mine_[g] = m;
      }
      if (mine_[g] != kNone) paired_.insert(mine_[g]);
    }
  }

  void pair_people() {
    std::map<std::pair<std::string, std::uint32_t>, int> votes;
    for (std::size_t g = 0; g < gold_.mentions.size(); ++g) {
      if (mine_[g] == kNone || gold_.mentions[g].people.size() != 1) continue;
      // "I" of a writer who isn't among the people takes no one's place: the writer's name may be among them.
      if (std::none_of(gold_.people.begin(), gold_.people.end(), [&](const MarkedPerson& person) {
            return person.id == gold_.mentions[g].people.front();
          }))
        continue;
      const Mention& mention = cast_.mentions[mine_[g]];
      if (mention.people.size() == 1 && mention.kind != MentionKind::pronoun)
        ++votes[{gold_.mentions[g].people.front(), mention.people.front()}];
    }
    std::vector<std::pair<int, std::pair<std::string, std::uint32_t>>> order;
    for (const auto& [pair, count] : votes) order.push_back({count, pair});
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [count, pair] : order)
      if (!mine_of_.contains(pair.first) && !gold_of_.contains(pair.second)) {
        mine_of_[pair.first] = pair.second;
        gold_of_[pair.second] = pair.first;
      }
  }

  void score_people() {
    for (const MarkedPerson& person : gold_.people) {
      const auto found = mine_of_.find(person.id);
      score_.people.add(found != mine_of_.end());
      if (verbose_ && found == mine_of_.end()) std::cout << "    not found: " << person.name << "\n";
      const Role role = found == mine_of_.end() ? Role::unknown : cast_.people[found->second].role();
      const bool right = found != mine_of_.end() && name_of(role) == person.role;
      score_.roles.add(right);
      if (!right)
        ++score_
              .mistaken[person.role + (found == mine_of_.end() ? " not found"
                                                               : " taken for " + std::string(name_of(role)))];
      if (person.role == "perpetrator") score_.perpetrators.add(right);
      if (verbose_ && !right)
        std::cout << "    role of " << person.name << ": " << name_of(role) << ", not " << person.role
                  << "\n";
    }
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p) {
      const auto found = gold_of_.find(p);
      score_.people_precision.add(found != gold_of_.end());
      if (verbose_ && found == gold_of_.end()) std::cout << "    made up: " << cast_.people[p].name << "\n";
      if (!cast_.people[p].plays(Role::perpetrator)) continue;
      const auto person = std::find_if(gold_.people.begin(), gold_.people.end(), [&](const MarkedPerson& q) {
        return found != gold_of_.end() && q.id == found->second;
      });
      if (person != gold_.people.end() && person->role == "perpetrator") continue;
      ++score_.wrong_perpetrators;
      if (verbose_)
        std::cout << "    WRONG PERPETRATOR: " << cast_.people[p].name << " <"
                  << text(cast_.people[p].roles.front().evidence) << ">\n";
    }
  }

  std::set<std::string> ids_of(const Mention& mention) const {
    std::set<std::string> ids;
    for (const std::uint32_t p : mention.people) {
      const auto found = gold_of_.find(p);
      ids.insert(found == gold_of_.end() ? "#" + cast_.people[p].name : found->second);
    }
    return ids;
  }

  void score_pronouns() {
    std::set<std::uint32_t> seen;
    for (std::size_t g = 0; g < gold_.mentions.size(); ++g) {
      const MarkedMention& mark = gold_.mentions[g];
      if (!is_pronoun(text(mark.span))) continue;
      const std::set<std::string> wanted(mark.people.begin(), mark.people.end());
      bool right = false;
      if (mine_[g] != kNone && !cast_.mentions[mine_[g]].people.empty()) {
        right = ids_of(cast_.mentions[mine_[g]]) == wanted;
        score_.pronoun_precision.add(right);
        if (verbose_ && !right) show_pronoun("wrong", mark, ids_of(cast_.mentions[mine_[g]]));
      } else if (verbose_) {
        show_pronoun("open", mark, {});
      }
      score_.pronoun_recall.add(right);
    }
    // Pronouns that mean no one of the report.
    for (std::uint32_t m = 0; m < cast_.mentions.size(); ++m) {
      const Mention& mention = cast_.mentions[m];
      if (mention.kind != MentionKind::pronoun || mention.people.empty() || paired_.contains(m)) continue;
      ++score_.unmarked_pronouns;
      if (verbose_) std::cout << "    pronoun not marked: " << around(span_of(mention)) << "\n";
    }
  }

  void show_pronoun(const std::string& what, const MarkedMention& mark,
                    const std::set<std::string>& ids) const {
    std::cout << "    pronoun " << what << ": " << around(mark.span) << " wanted";
    for (const auto& id : mark.people) std::cout << " " << id;
    std::cout << ", got";
    for (const auto& id : ids) std::cout << " " << id;
    std::cout << "\n";
  }

  void score_events() {
    std::set<std::size_t> used;
    for (const MarkedEvent& wanted : gold_.events) {
      const std::size_t at = matching(wanted, used);
      const bool found = at != events_.size();
      score_.events.add(found);
      bool right = false;
      if (found) {
        used.insert(at);
        const std::string agent = id_of(events_[at].agent);
        right = agent == wanted.agent;
        score_.agents_of_found.add(right);
        score_.tactics.add(name_of(events_[at].tactic) == wanted.tactic);
        if (verbose_ && !right)
          std::cout << "    agent: " << around(wanted.span) << " wanted " << wanted.agent << ", got " << agent
                    << "\n";
      } else if (verbose_) {
        std::cout << "    event missed: " << wanted.tactic << " " << around(wanted.span) << "\n";
      }
      score_.agents.add(right);
    }
    for (std::size_t e = 0; e < events_.size(); ++e) {
      if (used.contains(e) || touches_any(events_[e].span)) continue;
      ++score_.extra_events;
      if (verbose_)
        std::cout << "    event not marked: " << name_of(events_[e].tactic) << " " << around(events_[e].span)
                  << "\n";
    }
  }

  bool touches_any(ProseSpan span) const {
    return std::any_of(gold_.events.begin(), gold_.events.end(),
                       [&](const MarkedEvent& e) { return e.span.overlaps(span); });
  }

  std::string id_of(std::uint32_t person) const {
    if (person == kNone) return "unknown";
    const auto found = gold_of_.find(person);
    return found == gold_of_.end() ? "#" + cast_.people[person].name : found->second;
  }

  // The event whose words overlap most; one that begins inside the marked words is preferred.
  std::size_t matching(const MarkedEvent& wanted, const std::set<std::size_t>& used) const {
    std::size_t best = events_.size();
    std::uint32_t most = 0;
    for (std::size_t e = 0; e < events_.size(); ++e) {
      const ProseSpan span = events_[e].span;
      if (used.contains(e) || !span.overlaps(wanted.span)) continue;
      std::uint32_t common = std::min(span.end, wanted.span.end) - std::max(span.begin, wanted.span.begin);
      if (wanted.span.contains(span.begin)) common += 100;
      if (common > most) {
        most = common;
        best = e;
      }
    }
    return best;
  }

  const AnnotatedReport& gold_;
  const Document& document_;
  const Analysis& analysis_;
  const Cast& cast_;
  const std::vector<Event>& events_;
  bool verbose_;
  Score score_;
  std::vector<std::uint32_t> mine_;  // for each mark the mention, or kNone
  std::set<std::uint32_t> paired_;
  std::map<std::string, std::uint32_t> mine_of_;
  std::map<std::uint32_t, std::string> gold_of_;
};

}  // namespace

int evaluate_people(const std::string& lexicons, const std::string& folder, bool verbose) {
  const English english(lexicons + "/english.model");
  const PeopleWords people_words = PeopleWords::load(lexicons + "/words/people.yaml");
  const ActWords act_words = ActWords::load(lexicons + "/words/acts.yaml");
  const FeatureNet likely_places(lexicons + "/likeness.model", "places", kPlaceClasses);
  const FeatureNet likely_acts(lexicons + "/likeness.model", "acts", kActClasses);
  Score all;
  for (const AnnotatedReport& report : read_annotated_folder(folder)) {
    for (const std::string& problem : report.problems) std::cout << report.name << ": " << problem << "\n";
    const Document& document = report.document;
    Analysis analysis = english.analyse(document.prose, document.blocks);
    english.parse_all(analysis, document.prose);
    const Clauses clauses = find_clauses(analysis);
    People people = who_is_who(document, analysis, clauses, {}, people_words, likely_places);
    const std::vector<Event> events =
        find_events(document, analysis, clauses, people.cast, act_words, likely_acts);
    if (verbose) std::cout << "---- " << report.name << "\n";
    const Score score = ReportScorer(report, document, analysis, people.cast, events, verbose).run();
    print(report.name, score);
    all.add(score);
  }
  print("ALL", all);
  return 0;
}

}  // namespace onus

namespace onus::evaluation {

void evaluate_reports_people(const Request& request) {
  if (request.arguments.empty()) throw Failure("tools/evaluate people needs a folder of annotated reports");
  const bool verbose = request.arguments.size() > 1 && std::string_view(request.arguments[1]) == "-v";
  evaluate_people(request.lexicons, request.arguments[0], verbose);
}

}  // namespace onus::evaluation
