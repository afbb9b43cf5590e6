#include "rewriting/turn.h"

#include <algorithm>
#include <array>

#include "rewriting/phrases.h"
#include "rewriting/what_follows.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 12> kStranded{"at",   "to",  "on", "upon", "about", "after",
                                                     "with", "for", "of", "from", "into",  "against"};
constexpr std::array<std::string_view, 12> kParticles{"away",    "down", "up",   "out",   "off",   "over",
                                                      "through", "in",   "back", "apart", "aside", "around"};
constexpr std::array<std::string_view, 8> kNouns{"mum", "mummy", "dad",  "daddy",
                                                 "mam", "nan",   "gran", "grandad"};

std::string possessive(const std::string& name) { return name + "'s"; }

class Turn {
 public:
  Turn(const Narrative& n, const PassiveClause& clause, const Turned* previous, const Inflector& inflector,
       std::string slot)
      : n_(n),
        c_(clause),
        previous_(previous),
        inflector_(inflector),
        slot_(std::move(slot)),
        sentence_(n.analysis.sentences[sentence_of(n.analysis, clause.by.participle)].tokens) {
    out_.clause = clause;
  }

  std::optional<Turned> run() {
    if (is_quoted(n_, n_.analysis.tokens[c_.by.participle].span)) return std::nullopt;
    doer_ = slot_.empty() ? agent_words(c_.by.agent.begin) : slot_;
    patient_ = words_of(n_, c_.patient);
    if (unsure_of_capital() || row_of_verbs()) return std::nullopt;
    if (slot_.empty() && (ambiguous() || !untangle() || !look_ahead())) return std::nullopt;
    if (!look_back() || !turn_shape() || !turn_the_others()) return std::nullopt;
    if (slot_.empty()) drop_by_phrase();
    return std::move(out_);
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }
  std::uint32_t begin_of(std::uint32_t t) const { return token(t).span.begin; }
  std::uint32_t end_of(std::uint32_t t) const { return token(t).span.end; }
  void edit(std::uint32_t begin, std::uint32_t end, std::string text) {
    out_.edits.push_back({begin, end, std::move(text)});
  }

  // ---- words

  // Without the "by" of a second by-phrase.
  std::string agent_words(std::uint32_t begin) const {
    const std::uint32_t by = c_.by.second_by;
    if (by == kNone) return words_of(n_, {begin, c_.by.agent.end});
    const std::string pair = form(c_.by.by) == "by" ? "" : form(c_.by.by) + " ";
    return pair + words_of(n_, {begin, by}) + " " + words_of(n_, {by + 1, c_.by.agent.end});
  }

  bool agent_is_pronoun() const {
    return slot_.empty() && c_.by.agent.size() == 1 && is_personal_pronoun(token(c_.by.agent.begin));
  }
  std::optional<PronounSet> agent_set() const {
    return slot_.empty() ? pronouns_of(n_, c_.by.core) : std::nullopt;
  }

  std::string doer_as(PronounUse use) const {
    if (!agent_is_pronoun()) return doer_ + (c_.by.closing_comma ? "," : "");
    return std::string(pronoun(*pronoun_set(form(c_.by.agent.begin)), use));
  }

  Agreeing agreement() const {
    Agreeing who;
    if (!slot_.empty()) return who;
    if (is_plural(n_, c_.by.core)) who.number = Number::plur;
    if (agent_is_pronoun()) {
      const auto set = pronoun_set(form(c_.by.agent.begin));
      who.person = person_of(*set);
      who.number = number_of(*set);
    }
    return who;
  }

  bool at_start() const {
    return !c_.patient.empty() &&
           c_.patient.begin == n_.analysis.sentences[sentence_of(n_.analysis, c_.patient.begin)].tokens.begin;
  }

  // A name that the tagger takes for a noun, spoken of by "her" or "his" right after.
  bool named(TokenRange range) const {
    if (names_someone(n_, range)) return true;
    const bool owned = !c_.by.agent.empty() && token(c_.by.agent.begin).features.possessive;
    return owned && bare_name(n_, range);
  }

  // "was spat on and called names by him": a row whose verbs have words of their own can't be turned as one.
  bool row_of_verbs() const {
    for (std::uint32_t t = c_.group.words.end; slot_.empty() && c_.more.empty() && t + 1 < c_.by.by; ++t)
      if (token(t).upos == Upos::CCONJ && token(t + 1).upos == Upos::VERB) return true;
    return false;
  }

  // Nouns of stuff and of what is done, which stand without an article and are nobody's name.
  bool is_stuff(TokenRange range) const {
    constexpr std::array<std::string_view, 64> stuff{
        "paint",     "petrol",   "water",    "violence", "money",        "food",       "bleach",   "urine",
        "hair",      "clothing", "property", "force",    "abuse",        "pressure",   "acid",     "glass",
        "furniture", "mail",     "post",     "damage",   "harm",         "contact",    "sex",      "access",
        "credit",    "cash",     "rent",     "milk",     "medication",   "insulin",    "medicine", "alcohol",
        "bruising",  "bleeding", "swelling", "control",  "intimidation", "permission", "evidence", "blood",
        "spit",      "saliva",   "coffee",   "tea",      "soup",         "rubbish",    "bedding",  "luggage",
        "door",      "phone",    "car",      "window",   "laptop",       "house",      "dog",      "cat",
        "handbag",   "passport", "pram",     "tracker",  "school",       "nursery",    "work",     "housing"};
    return range.size() == 1 && one_of(lower(n_.form(range.begin)), stuff);
  }

  // "Tess was …", "Money was …": where the tagger sees a noun, only the report can tell a name from a thing.
  bool unsure_of_capital() const {
    if (!at_start() || keeps_capital(c_.patient) || named(c_.patient) || !bare_name(n_, c_.patient) ||
        is_stuff(c_.patient))
      return false;
    return n_.prose().find(" " + lower(words_of(n_, c_.patient))) == std::string_view::npos;
  }

  // "Mother" in the middle of another sentence says that here it is a name.
  bool written_with_capital_within(std::string_view word) const {
    return n_.prose().find(" " + std::string(word) + " ") != std::string_view::npos;
  }

  // "Mum slapped by dad", "Mother grabbed by father": a report that writes the one small writes the other so.
  bool like_a_small_letter_name(TokenRange range) const {
    constexpr std::array<std::string_view, 14> kin{"mother", "father", "mum",  "dad",     "mummy",
                                                   "daddy",  "mam",    "baby", "grandma", "grandad",
                                                   "gran",   "nan",    "son",  "daughter"};
    if (range.size() != 1 || !slot_.empty() || !one_of(lower(n_.form(range.begin)), kin)) return false;
    if (c_.by.agent.size() == 1 && one_of(n_.form(c_.by.agent.begin), kin)) return true;
    const std::string word = lower(n_.form(range.begin));
    const bool role = word == "mother" || word == "father" || word == "baby";
    return role && c_.shape == PassiveShape::note && !written_with_capital_within(n_.form(range.begin));
  }

  bool keeps_capital(TokenRange range) const {
    const Token& first = token(range.begin);
    const std::string_view word = n_.form(range.begin);
    if (word == "I" || (word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z')) return true;
    if (like_a_small_letter_name(range) || is_stuff(range)) return false;
    if (range.size() == 1 && first.upos != Upos::PRON && one_of(lower(word), kNouns)) return true;
    if (named(range)) return true;
    if (first.upos == Upos::PROPN) return lower(word) != "mother" && lower(word) != "father";
    return range.size() == 1 && first.upos == Upos::NOUN && written_with_capital_within(word);
  }

  std::string object_text() const {
    std::string text = patient_;
    if (c_.patient.size() == 1 && !swapped_)
      if (const auto set = pronoun_set(text)) return std::string(pronoun(*set, PronounUse::object));
    if (at_start() && !keeps_capital(c_.patient)) text = lower(text.substr(0, 1)) + text.substr(1);
    if (c_.group.floating != kNone && !(form(c_.group.floating) == "all" && is_list(c_.patient)))
      text = form(c_.group.floating) + " " + text;
    if (c_.comma) text += c_.group.words.end == c_.by.by && ends_after_agent() ? "" : ",";
    return text;
  }

  // "Ms A, her mother and the childminder were all telephoned": each is named, and "all" adds nothing.
  bool is_list(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      if (token(t).upos == Upos::CCONJ) return true;
    return false;
  }

  bool ends_after_agent() const {
    const std::uint32_t next = c_.by.agent.end;
    return next >= sentence_.end || (token(next).upos == Upos::PUNCT && n_.form(next) != "(");
  }

  // How someone who has been named is spoken of again; a pronoun where it can't be taken for the doer.
  std::string again(TokenRange whom, PronounUse use) const {
    auto set = pronouns_of(n_, whom);
    if (!set && whom == c_.patient) set = patient_set_;
    const auto doer = agent_set();
    if (set && (!doer || *doer != *set)) return std::string(pronoun(*set, use));
    std::string name = words_of(n_, whom);
    if (whom.size() == 1 && pronoun_set(name)) return {};
    return use == PronounUse::determiner ? possessive(name) : name;
  }

  TokenRange phrase_around(std::uint32_t head) const {
    TokenRange range = phrase_of(n_.analysis, n_.clauses, head);
    if (const Mention* mention = n_.cast.at(head)) range = mention->tokens;
    if (range.contains(c_.by.participle)) range = {head, head + 1};
    return range;
  }

  // ---- what would go wrong

  // Two people whom the pronoun of the by-phrase could mean.
  bool ambiguous() const {
    if (!agent_is_pronoun()) return false;
    const auto set = pronoun_set(form(c_.by.agent.begin));
    if (c_.patient.size() == 1 && pronoun_set(form(c_.patient.begin)) == set) return true;
    const std::uint32_t here = sentence_of(n_.analysis, c_.by.by);
    const std::uint32_t from = n_.analysis.sentences[here > 0 ? here - 1 : 0].tokens.begin;
    std::vector<std::uint32_t> people;
    int nameless = 0;
    for (const Mention& mention : n_.cast.mentions) {
      if (mention.head < from || mention.head >= c_.by.by || mention.kind == MentionKind::pronoun) continue;
      if (pronouns_of(n_, mention.tokens) != set) continue;
      if (mention.people.size() != 1)
        ++nameless;
      else if (std::find(people.begin(), people.end(), mention.people.front()) == people.end())
        people.push_back(mention.people.front());
    }
    return people.size() + static_cast<std::size_t>(nameless) > 1;
  }

  // "Ms A was hit by her partner" must not become "Her partner hit Ms A", where "her" comes before its name.
  bool untangle() {
    const bool stays = c_.shape == PassiveShape::reduced || c_.shape == PassiveShape::relative ||
                       c_.shape == PassiveShape::whose;
    if (c_.by.agent.size() < 2 || c_.patient.empty() || stays) return true;
    const std::uint32_t first = c_.by.agent.begin;
    if (token(first).upos != Upos::PRON || !token(first).features.possessive) return true;
    TokenRange owner = c_.patient;
    bool owns = false;  // the patient begins with the name's possessive
    for (std::uint32_t t = owner.begin; t < owner.end; ++t)
      if (token(t).xpos == Xpos::POS) {
        owner.end = t;
        owns = true;
        break;
      }
    if (is_personal_pronoun(token(owner.begin)) || token(owner.begin).features.possessive) return true;
    const auto set = pronoun_set(form(first));
    const auto theirs = pronouns_of(n_, owner);
    if (set && theirs && *set != *theirs) return true;
    if (!is_person(n_, owner) && !named(owner)) return true;
    const Mention* means = n_.cast.at(first);
    const std::uint32_t person = person_in(n_, owner);
    if (means != nullptr && !means->people.empty() && person != kNone &&
        std::find(means->people.begin(), means->people.end(), person) == means->people.end())
      return false;
    const bool known = means != nullptr && !means->people.empty();
    if (!theirs && !known && !at_start()) return false;
    patient_set_ = set;
    std::string name = words_of(n_, owner);
    if (at_start() && !keeps_capital(owner)) name = lower(name.substr(0, 1)) + name.substr(1);
    doer_ = possessive(name) + " " + agent_words(first + 1);
    if (owns)
      patient_ = std::string(pronoun(*set, PronounUse::determiner)) + " " +
                 words_of(n_, {owner.end + 1, c_.patient.end});
    else
      patient_ = std::string(pronoun(*set, PronounUse::object));
    swapped_ = true;
    return true;
  }

  // What stands after the by-phrase: other verbs with the same subject, clauses that hang on the agent.
  bool look_ahead() {
    const Followers next = what_follows(n_, c_);
    if (next.blocks) return false;
    const TokenRange whom =
        c_.patient.empty() && c_.antecedent != kNone ? phrase_around(c_.antecedent) : c_.patient;
    if (next.while_verb != kNone) {
      const std::string who = again(whom, PronounUse::subject);
      if (who.empty()) return false;
      const bool past = c_.group.place == VerbPlace::past;
      const bool many = is_plural(n_, whom) || who == "they";
      edit(begin_of(next.while_verb), begin_of(next.while_verb),
           who + (past ? (many ? " were " : " was ") : (many ? " are " : " is ")));
    }
    if (next.agent_relative != kNone) edit(end_of(c_.by.agent.end - 1), end_of(next.agent_relative), " and");
    if (next.verb == kNone) return true;
    if (c_.shape != PassiveShape::finite && c_.shape != PassiveShape::inherited &&
        c_.shape != PassiveShape::note && c_.shape != PassiveShape::causative)
      return false;
    out_.awaits_next = next.passive_with_agent;
    if (next.passive_with_agent) return true;  // it is turned by itself
    const std::string who = again(whom, PronounUse::subject);
    if (who.empty()) return false;
    const bool many = is_plural(n_, whom) || who == "they";
    std::string text = (next.link == kNone ? "and " : "") + who + " ";
    if (next.lacks_auxiliary) text += many ? "were " : "was ";
    edit(begin_of(next.insert_before), begin_of(next.insert_before), text);
    return true;
  }

  // "At her mother's house Ms A was hit by Ms B": with Ms B in front, "her" would be hers.
  bool would_mean_the_doer() const {
    const auto doer = agent_set();
    const auto patient = pronouns_of(n_, c_.patient);
    if (!slot_.empty() || (patient && doer && *patient != *doer)) return false;
    if (c_.patient.size() == 1 && is_personal_pronoun(token(c_.patient.begin))) return false;
    std::uint32_t from = c_.patient.begin;  // of the phrases that stand before the subject in its own clause
    while (from > sentence_.begin && token(from - 1).upos != Upos::VERB && token(from - 1).upos != Upos::AUX)
      --from;
    for (std::uint32_t t = from; t < c_.patient.begin; ++t) {
      const auto set = pronoun_set(form(t));
      if (set && *set != PronounSet::i && *set != PronounSet::it && (!doer || *doer == *set) &&
          (!patient || *patient == *set))
        return token(t).features.possessive || is_personal_pronoun(token(t));
    }
    return false;
  }

  // What stands before the subject and leans on it.
  bool look_back() {
    if (c_.shape != PassiveShape::finite || at_start()) return true;
    const LeadingClause lead = leading_clause(n_, c_);
    if (lead.blocks) return false;
    if (lead.verb == kNone && lead.pronoun == kNone) return !would_mean_the_doer();
    if (swapped_ || c_.patient.empty()) return false;
    const std::string name = words_of(n_, c_.patient);
    const auto set = pronouns_of(n_, c_.patient);
    if (!set) return false;
    if (lead.pronoun != kNone) {
      edit(begin_of(lead.pronoun), end_of(lead.pronoun), name);
    } else {
      const bool past = c_.group.place == VerbPlace::past || c_.group.place == VerbPlace::participle;
      const bool many = *set == PronounSet::they;
      std::string verb = past ? (many ? " were " : " was ") : (many ? " are " : " is ");
      verb += n_.form(lead.verb);
      if (lead.finite_past) verb = " " + inflector_.past(n_.analysis.lemma(lead.verb));
      edit(begin_of(lead.verb), end_of(lead.verb), name + verb);
    }
    patient_ = std::string(pronoun(*set, PronounUse::object));
    swapped_ = true;
    return true;
  }

  // ---- the shapes

  bool turn_shape() {
    switch (c_.shape) {
      case PassiveShape::finite:
        return turn_finite();
      case PassiveShape::inherited:
        return turn_inherited();
      case PassiveShape::relative:
        return turn_relative();
      case PassiveShape::whose:
        edit(begin_of(c_.link), begin_of(c_.link), doer_as(PronounUse::subject) + " ");
        edit_group(active_group(n_, c_.group, agreement(), inflector_));
        return true;
      case PassiveShape::reduced:
        return turn_reduced();
      case PassiveShape::note:
        return turn_note();
      case PassiveShape::gerund:
        return turn_gerund();
      case PassiveShape::small_clause:
        edit(begin_of(c_.patient.begin), end_of(c_.patient.end - 1), doer_as(PronounUse::object));
        return put_verb(
            adverbs_of_group() + active_verbs(n_, c_.group, small_clause_place(), agreement(), inflector_),
            object_text());
      case PassiveShape::question:
        return turn_question();
      case PassiveShape::causative:
        return turn_causative();
      case PassiveShape::infinitive:
        return turn_infinitive();
      case PassiveShape::fronted:
        return turn_fronted();
      case PassiveShape::reported:
        return turn_reported();
    }
    return false;
  }

  // "was held by the wrists and shaken by Mr B" → "held her by the wrists and shook her".
  bool turn_the_others() {
    if (c_.more.empty()) return true;
    // "benefits paid to and spent by him"
    const bool things = c_.shape == PassiveShape::finite && !is_person(n_, c_.patient);
    if (things && stranded_after(c_.group.words.end) != kNone) return false;
    if (c_.shape != PassiveShape::finite && c_.shape != PassiveShape::inherited) return false;
    const TokenRange whom = c_.shape == PassiveShape::finite ? c_.patient : phrase_around(c_.antecedent);
    for (const std::uint32_t verb : c_.more) {
      const auto group = passive_group(n_, verb);
      if (!group || group->auxiliary != kNone) return false;
      const std::string object = swapped_ ? std::string(pronoun(*patient_set_, PronounUse::object))
                                          : again(whom, PronounUse::object);
      if (object.empty()) return false;
      PassiveGroup alone = *group;
      alone.participles = {verb};
      std::string text = active_verbs(n_, alone, c_.group.place, agreement(), inflector_);
      if (const std::uint32_t small = stranded_after(verb + 1); small != kNone) {
        edit(begin_of(verb), end_of(verb), text);
        edit(end_of(small), end_of(small), " " + object);
      } else {
        edit(begin_of(verb), end_of(verb), text + " " + object);
      }
    }
    return true;
  }

  // "doesn't want to be contacted by him" → "doesn't want him to contact her"; "reports to have been hit by
  // him" → "reports that he hit her".
  bool turn_infinitive() {
    const std::string object = again(phrase_around(c_.antecedent), PronounUse::object);
    if (object.empty()) return false;
    if (form(c_.group.words.begin + 1) == "have") {
      return put_verb("that " + doer_as(PronounUse::subject) + " " +
                          active_verbs(n_, c_.group, VerbPlace::past, agreement(), inflector_),
                      object);
    }
    const std::uint32_t to = begin_of(c_.group.words.begin);
    edit(to, to, doer_as(PronounUse::object) + " ");
    return put_verb(active_group(n_, c_.group, agreement(), inflector_), object);
  }

  // "Ms A is thought by her GP to have been hit by him" → "Ms A's GP thinks that he hit her".
  bool turn_reported() {
    const TokenRange teller = c_.teller.agent;
    const auto theirs = pronouns_of(n_, c_.patient);
    std::string who = words_of(n_, teller);
    std::string object;
    const Token& first = token(teller.begin);
    const bool alone = c_.patient.size() == 1 && is_personal_pronoun(token(c_.patient.begin));
    if (first.upos == Upos::PRON && first.features.possessive && !alone) {
      const auto set = pronoun_set(form(teller.begin));
      if (!set || (theirs && *theirs != *set) || agent_set() == set) return false;
      who = possessive(words_of(n_, c_.patient)) + " " + words_of(n_, {teller.begin + 1, teller.end});
      object = pronoun(*set, PronounUse::object);
    } else if (teller.size() == 1 && is_personal_pronoun(first)) {
      who = pronoun(*pronoun_set(form(teller.begin)), PronounUse::subject);
    }
    if (object.empty())
      object = alone ? std::string(pronoun(*theirs, PronounUse::object)) : words_of(n_, c_.patient);
    const auto group = passive_group(n_, c_.teller.participle);
    if (!group) return false;
    Agreeing agreeing;
    if (is_plural(n_, teller)) agreeing.number = Number::plur;
    edit(begin_of(c_.patient.begin), end_of(teller.end - 1),
         (at_start() ? capitalised(who) : who) + " " + active_group(n_, *group, agreeing, inflector_));
    out_.replaces_previous = true;
    return put_verb("that " + doer_as(PronounUse::subject) + " " +
                        active_verbs(n_, c_.group, VerbPlace::past, agreement(), inflector_),
                    object);
  }

  // "Having been bitten by him, Ms A went" → "After he had bitten her, Ms A went"; "Hit by him outside the
  // shop, Ms A went" → "He hit Ms A outside the shop and she went".
  bool turn_fronted() {
    const std::string doer = doer_as(PronounUse::subject);
    const bool having = c_.group.auxiliary != kNone;
    if (having) {
      const std::string object = again(c_.subject, PronounUse::object);
      if (object.empty()) return false;
      return put_verb("After " + doer + " had " + adverbs_of_group() +
                          active_verbs(n_, c_.group, VerbPlace::participle, agreement(), inflector_),
                      object);
    }
    const std::string who = again(c_.subject, PronounUse::subject);
    if (who.empty()) return false;
    std::string whom = words_of(n_, c_.subject);
    if (c_.subject.size() == 1)
      if (const auto set = pronoun_set(whom)) whom = std::string(pronoun(*set, PronounUse::object));
    edit(end_of(c_.link - 1), end_of(c_.subject.end - 1), " and " + who);
    return put_verb(capitalised(doer) + " " + adverbs_of_group() +
                        active_verbs(n_, c_.group, VerbPlace::past, agreement(), inflector_),
                    whom);
  }

  // "being [constantly] belittled"
  std::string adverbs_of_group() const {
    std::string text;
    for (std::uint32_t t = c_.group.words.begin; t < c_.group.participles.front(); ++t)
      if (token(t).upos == Upos::ADV) text += form(t) + " ";
    return text;
  }

  // "saw her being hit" → "hitting"; "saw her get hit", "saw her hit" → "hit".
  VerbPlace small_clause_place() const {
    const bool bare = c_.group.auxiliary == kNone || form(c_.group.auxiliary) == "get";
    return bare ? VerbPlace::base : VerbPlace::ing;
  }

  void edit_group(const std::string& text) {
    const std::uint32_t begin = begin_of(c_.group.words.begin);
    const bool touches = begin > 0 && n_.prose()[begin - 1] != ' ' && n_.prose()[begin - 1] != '\n';
    edit(begin, end_of(c_.group.words.end - 1), (touches ? " " : "") + text);
  }

  // The verb and its object, in front of or behind the small words that belong to the verb.
  bool put_verb(const std::string& verb, const std::string& object) {
    const std::uint32_t next = c_.group.words.end;
    const std::uint32_t small = small_word_before_by();
    if (small == kNone) {
      edit_group(verb + " " + object);
      return true;
    }
    edit_group(verb + (one_of(form(small), kStranded)       ? ""
                       : particle_goes_first(small, object) ? ""
                                                            : " " + object));
    if (one_of(form(small), kStranded) || particle_goes_first(small, object))
      edit(end_of(small), end_of(small), " " + object);
    return next <= small;
  }

  // "lied [to] about her by him", "barged [into], twice, by him", "shouted [at] every day by him": a
  // preposition right behind the verb that nothing follows for it to govern.
  std::uint32_t stranded_after(std::uint32_t t) const {
    constexpr std::array<std::string_view, 8> each{"every", "each", "last",  "this",
                                                   "that",  "all",  "twice", "once"};
    constexpr std::array<std::string_view, 12> times{"day",  "night",     "morning", "evening",
                                                     "week", "weekend",   "month",   "year",
                                                     "time", "afternoon", "hour",    "today"};
    if (t + 1 >= sentence_.end || !one_of(form(t), kStranded)) return kNone;
    if (token(t).upos != Upos::ADP && token(t).upos != Upos::ADV && token(t).upos != Upos::PART) return kNone;
    const Token& next = token(t + 1);
    if (form(t) == "from" && next.upos != Upos::PUNCT && form(t + 1) != "by") return kNone;  // "from behind"
    if (next.upos == Upos::ADP || next.upos == Upos::ADV || next.upos == Upos::CCONJ ||
        next.upos == Upos::PUNCT)
      return next.xpos == Xpos::HYPH || n_.form(t + 1) == "\"" || n_.form(t + 1) == "“" ? kNone : t;
    if (t + 2 < sentence_.end && one_of(form(t + 1), each) && one_of(n_.analysis.lemma(t + 2), times))
      return t;
    return kNone;
  }

  // "spat at by", "thrown away by": the word right before "by", or without an agent right behind the verb.
  std::uint32_t small_word_before_by() const {
    if (const std::uint32_t stranded = stranded_after(c_.group.words.end); stranded != kNone) return stranded;
    const std::uint32_t last = slot_.empty() ? c_.by.by - 1 : c_.group.words.end;
    if (last >= sentence_.end || (slot_.empty() && last < c_.group.words.end)) return kNone;
    const Upos upos = token(last).upos;
    if (upos != Upos::ADP && upos != Upos::ADV && upos != Upos::PART) return kNone;
    if (!slot_.empty()) {
      const std::uint32_t next = last + 1;
      const bool alone =
          next >= sentence_.end || token(next).upos == Upos::PUNCT || token(next).upos == Upos::ADP;
      if (!alone) return kNone;
    }
    if (one_of(form(last), kStranded)) return last;
    return last == c_.group.words.end && one_of(form(last), kParticles) ? last : kNone;
  }

  // "threw away Ms A's insulin", but "threw her out".
  bool particle_goes_first(std::uint32_t particle, const std::string& object) const {
    if (!one_of(form(particle), kParticles) || form(particle) == "through" || pronoun_set(object))
      return false;
    return !is_person(n_, c_.patient);
  }

  bool turn_finite() {
    const bool first = at_start();
    const std::string doer = doer_as(PronounUse::subject);
    std::uint32_t end = c_.patient.end;
    if (c_.comma) ++end;
    edit(begin_of(c_.patient.begin), end_of(end - 1), first ? capitalised(doer) : doer);
    drops_to();
    return put_verb(active_group(n_, c_.group, agreement(), inflector_), object_text());
  }

  // "was made by him to eat alone" → "made her eat alone".
  bool drops_to() {
    constexpr std::array<std::string_view, 4> bare{"make", "see", "hear", "watch"};
    if (!one_of(n_.analysis.lemma(c_.by.participle), bare)) return false;
    std::uint32_t to = c_.by.agent.end;
    if (c_.group.words.end < sentence_.end && form(c_.group.words.end) == "to") to = c_.group.words.end;
    if (to >= sentence_.end || form(to) != "to") return false;
    edit(end_of(to - 1), end_of(to), "");
    return true;
  }

  bool same_doer_as_before() const {
    if (previous_ == nullptr || previous_->clause.shape == PassiveShape::relative) return false;
    const TokenRange before = previous_->clause.by.agent;
    const std::uint32_t person = person_in(n_, c_.by.agent);
    if (person != kNone && person == person_in(n_, before)) return true;
    if (agent_is_pronoun()) return pronouns_of(n_, before) == agent_set() && person == kNone;
    return words_of(n_, before) == words_of(n_, c_.by.agent);
  }

  bool shares_subject_with_previous() const {
    if (previous_ == nullptr) return false;
    const PassiveClause& before = previous_->clause;
    return before.patient.contains(c_.antecedent) || before.antecedent == c_.antecedent;
  }

  bool turn_inherited() {
    const TokenRange whom = phrase_around(c_.antecedent);
    const std::string object = again(whom, PronounUse::object);
    if (object.empty()) return false;
    out_.leans_on_previous = shares_subject_with_previous();
    if (out_.leans_on_previous && !same_doer_as_before() && agent_is_pronoun()) return false;
    if (!(out_.leans_on_previous && same_doer_as_before()))
      edit(end_of(c_.link), end_of(c_.link), " " + doer_as(PronounUse::subject));
    drops_to();
    return put_verb(active_group(n_, c_.group, agreement(), inflector_), object);
  }

  bool turn_relative() {
    const std::string word = form(c_.link);
    edit(begin_of(c_.link), end_of(c_.link),
         (word == "who" ? "whom" : word) + " " + doer_as(PronounUse::subject));
    const std::uint32_t small = small_word_before_by();
    if (small != kNone && one_of(form(small), kStranded) && small + 1 != c_.by.by) return false;
    edit_group(active_group(n_, c_.group, agreement(), inflector_));
    return true;
  }

  bool turn_reduced() {
    // "a victim of abuse inflicted by him": the nearest noun.
    const std::uint32_t last = c_.patient.end - 1;
    bool nested = false;  // "that" fits a person and a thing
    for (std::uint32_t t = c_.patient.begin; t < last; ++t) nested |= form(t) == "of";
    const bool person =
        form(last) == "those" || (!nested && !is_stuff({last, last + 1}) && is_person(n_, {last, last + 1}));
    const std::uint32_t at = begin_of(c_.group.words.begin);
    const std::string relative = person ? "whom" : c_.comma ? "which" : "that";
    std::string verbs;
    if (c_.comma && person)
      verbs = "had " + active_verbs(n_, c_.group, VerbPlace::participle, agreement(), inflector_);
    else
      verbs = active_verbs(n_, c_.group, VerbPlace::past, agreement(), inflector_);
    edit(at, c_.group.auxiliary == kNone ? at : begin_of(c_.group.participles.front()),
         relative + " " + doer_as(PronounUse::subject) + " ");
    edit(begin_of(c_.group.participles.front()), end_of(c_.group.words.end - 1), verbs);
    return true;
  }

  bool turn_note() {
    const std::string doer = doer_as(PronounUse::subject);
    const VerbPlace place = c_.group.auxiliary == kNone ? VerbPlace::past : c_.group.place;
    const std::string verbs = active_verbs(n_, c_.group, place, agreement(), inflector_);
    if (c_.patient.empty()) {
      const std::string whom = again(phrase_around(c_.antecedent), PronounUse::object);
      if (whom.empty()) return false;
      const std::uint32_t at = begin_of(c_.group.words.begin);
      const bool first = c_.group.words.begin == sentence_.begin;
      const std::uint32_t participle = begin_of(c_.group.participles.front());
      edit(at, at == participle ? at : participle, (first ? capitalised(doer) : doer) + " ");
      edit(participle, end_of(c_.group.words.end - 1), verbs + " " + whom);
      return true;
    }
    const bool first = at_start();
    edit(begin_of(c_.patient.begin), end_of(c_.patient.end - 1), first ? capitalised(doer) : doer);
    const std::uint32_t adverbs = begin_of(c_.group.words.begin);
    const std::uint32_t verb = begin_of(c_.group.participles.front());
    const std::string before(n_.prose().substr(adverbs, verb - adverbs));
    return put_verb(before + verbs, object_text());
  }

  bool turn_gerund() {
    const TokenRange whom = phrase_around(c_.antecedent);
    const std::string object = again(whom, PronounUse::object);
    if (object.empty()) return false;
    constexpr std::array<std::string_view, 4> finite{"after", "before", "since", "when"};
    constexpr std::array<std::string_view, 6> telling{"report", "disclose", "state",
                                                      "allege", "mention",  "say"};
    const bool over = form(c_.group.words.begin) == "having";
    const Token& link = token(c_.link);
    const bool verb =
        link.upos == Upos::VERB || link.upos == Upos::NOUN;  // "reports", "fears" may be taken for nouns
    if (verb && (over || form(c_.link) == "alleges" ||
                 (one_of(n_.analysis.lemma(c_.link), telling) && link.xpos != Xpos::VBZ)))
      return put_verb("that " + doer_as(PronounUse::subject) + " " + adverbs_of_group() +
                          active_verbs(n_, c_.group, VerbPlace::past, agreement(), inflector_),
                      object);
    if (over) return false;
    if (!one_of(form(c_.link), finite)) {
      if (c_.link == sentence_.begin) return false;
      const std::uint32_t at = begin_of(c_.group.words.begin);
      edit(at, at, doer_as(PronounUse::object) + " ");
      return put_verb(
          adverbs_of_group() + active_verbs(n_, c_.group, VerbPlace::ing, agreement(), inflector_), object);
    }
    const std::uint32_t at = n_.clauses.at_predicate[c_.by.participle];
    const Clause* own = at == kNone ? nullptr : &n_.clauses.all[at];
    const bool over_by_now = form(c_.link) == "since" || form(c_.link) == "after";
    const bool past = over_by_now || own == nullptr || own->governor == kNone ||
                      n_.clauses.all[own->governor].tense != Tense::pres;
    const VerbPlace place = past ? VerbPlace::past : VerbPlace::present;
    return put_verb(doer_as(PronounUse::subject) + " " + adverbs_of_group() +
                        active_verbs(n_, c_.group, place, agreement(), inflector_),
                    object);
  }

  bool turn_question() {
    const Question question = active_question(n_, c_.group, c_.link, agreement(), inflector_);
    const bool first = c_.link == sentence_.begin;
    edit(begin_of(c_.link), end_of(c_.link), first ? capitalised(question.first) : question.first);
    edit(begin_of(c_.patient.begin), end_of(c_.patient.end - 1), doer_as(PronounUse::subject));
    return put_verb(question.rest, object_text());
  }

  // "Mr A had a plate thrown at him by her": the pronoun takes the name that stood in front.
  bool names_again() {
    const auto set = pronouns_of(n_, c_.patient);
    for (std::uint32_t t = c_.group.words.end; t < c_.by.by; ++t) {
      const auto its = pronoun_set(form(t));
      if (!its || (set && *its != *set) || !is_personal_pronoun(token(t))) continue;
      if (agent_set() == its) return false;
      std::string name = swapped_ ? std::string(pronoun(*its, PronounUse::object)) : words_of(n_, c_.patient);
      if (c_.patient.size() == 1 && pronoun_set(name)) name = pronoun(*its, PronounUse::object);
      edit(begin_of(t), end_of(t), name);
      return true;
    }
    return false;
  }

  bool turn_causative() {
    const bool first = at_start();
    std::string owner = swapped_ ? std::string() : words_of(n_, c_.patient);
    if (const auto set = pronoun_set(owner); set && c_.patient.size() == 1) owner.clear();
    const bool own = token(c_.link).features.possessive;
    if (!own && !names_again()) return false;
    if (!own || swapped_ || owner.empty())
      owner = lower(n_.form(c_.link));
    else
      owner = possessive(owner);
    const TokenRange thing{c_.link + 1, c_.group.participles.front()};
    edit(begin_of(c_.patient.begin), end_of(c_.patient.end - 1),
         first ? capitalised(doer_as(PronounUse::subject)) : doer_as(PronounUse::subject));
    PassiveGroup group = c_.group;
    std::string lead;
    for (std::uint32_t t = group.words.begin; t < group.auxiliary; ++t) lead += std::string(n_.form(t)) + " ";
    const std::string verbs = active_verbs(n_, group, group.place, agreement(), inflector_);
    edit(begin_of(group.words.begin), end_of(group.words.end - 1),
         lead + verbs + " " + owner + " " + words_of(n_, thing));
    return true;
  }

  void drop_by_phrase() {
    const std::uint32_t behind = c_.by.agent.end;
    if (behind < sentence_.end && n_.form(c_.by.by - 1) == "(" && n_.form(behind) == ")") {
      edit(end_of(c_.by.by - 2), end_of(behind), "");  // "hit (by him)"
      return;
    }
    if (behind < sentence_.end && n_.form(c_.by.by - 1) == "," && n_.form(behind) == "," &&
        c_.by.by - 1 == c_.group.words.end) {
      edit(end_of(c_.by.by - 2), end_of(behind), "");  // "hit, by him, in the face"
      return;
    }
    // "barged into, twice, by him."
    const bool ends = c_.by.agent.end >= sentence_.end || token(c_.by.agent.end).upos == Upos::PUNCT;
    const std::uint32_t before = ends && n_.form(c_.by.by - 1) == "," ? c_.by.by - 2 : c_.by.by - 1;
    edit(end_of(before), end_of(c_.by.agent.end - 1), "");
    // The comma that closed the apposition went along with it.
    const std::uint32_t next = c_.by.agent.end;
    if (c_.by.closing_comma && next < sentence_.end && n_.form(next) == ",")
      edit(begin_of(next), end_of(next), "");
  }

  const Narrative& n_;
  const PassiveClause& c_;
  const Turned* previous_;
  const Inflector& inflector_;
  std::string slot_;
  TokenRange sentence_;
  Turned out_;
  std::string doer_;
  std::string patient_;
  std::optional<PronounSet> patient_set_;  // what the doer's phrase calls the patient
  bool swapped_ = false;                   // the doer's phrase names the patient now
};

}  // namespace

std::optional<Turned> turn(const Narrative& narrative, const PassiveClause& clause, const Turned* previous,
                           const Inflector& inflector, const std::string& slot) {
  return Turn(narrative, clause, previous, inflector, slot).run();
}

}  // namespace onus
