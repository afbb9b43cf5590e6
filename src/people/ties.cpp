#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "text/closed_list.h"

// What stands beside a name and says who it is: labels, brackets, appositions, copulas.
namespace onus {
namespace {

bool is_plain_noun(const FoundMention& mention) {
  return mention.noun != nullptr && mention.kind == MentionKind::noun &&
         mention.reference != Reference::generic;
}

class TieFinder {
 public:
  explicit TieFinder(Gathering& gathering) : g_(gathering) {}

  void run() {
    tie_details();
    for (std::uint32_t i = 0; i < g_.found.size(); ++i) {
      const FoundMention& mention = g_.found[i];
      if (mention.kind == MentionKind::name) {
        tie_brackets(i);
        tie_after(i);
      } else if (is_plain_noun(mention)) {
        tie_name_after(i);
        tie_meaning(i);
      } else if (mention.kind == MentionKind::group) {
        tie_names_of_group(i);
      }
    }
    tie_copulas();
  }

 private:
  const Token& token(std::uint32_t t) const { return g_.analysis.tokens[t]; }
  std::string_view form(std::uint32_t t) const { return t < end_of_text() ? g_.form(t) : std::string_view{}; }
  std::uint32_t end_of_text() const { return static_cast<std::uint32_t>(g_.analysis.tokens.size()); }
  std::uint32_t end_of_sentence(const FoundMention& m) const {
    return g_.analysis.sentences[m.sentence].tokens.end;
  }

  // Whether what stands at `from` and at `to` is of one entry of a list or header.
  bool same_entry(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from + 1; t <= to && t < end_of_text(); ++t)
      if (g_.begins_entry[t]) return false;
    return true;
  }

  // Whether there is such a tie now.
  bool add(std::uint32_t name, std::uint32_t noun_mention, const PersonNoun* noun, ProseSpan evidence) {
    if (noun == nullptr || noun->vague) return false;
    if (!compatible(noun->agrees, g_.found[name].agrees)) return false;
    Tie tie;
    tie.name = name;
    tie.noun_mention = noun_mention;
    tie.noun = noun;
    tie.evidence = evidence;
    g_.ties.push_back(tie);
    return true;
  }

  bool add(std::uint32_t name, std::uint32_t noun_mention) {
    return add(name, noun_mention, g_.found[noun_mention].noun,
               join(g_.span_of(g_.found[name].tokens), g_.span_of(g_.found[noun_mention].tokens)));
  }

  // ---- Labels

  void tie_details() {
    const bool own = writes_of_own_family(g_);
    std::size_t first = 0;
    for (const Detail& detail : g_.details) {
      if (own && is_signature(detail)) continue;
      while (first < g_.found.size() && g_.span_of(g_.found[first].tokens).begin < detail.value.begin)
        ++first;
      bool tied = false;
      for (std::size_t i = first; i < g_.found.size(); ++i) {
        const ProseSpan span = g_.span_of(g_.found[i].tokens);
        if (span.begin >= detail.value.end) break;
        if (g_.found[i].kind != MentionKind::name || in_brackets(detail.value, span.begin)) continue;
        if (owns_noun_in(g_, detail.value, g_.found[i])) continue;
        if (tied && (!detail.several || leads_elsewhere(detail, g_.found[i]))) break;
        if (is_speech(g_, detail, g_.found[i]) || follows_verb(detail.value, g_.found[i])) break;
        tie_detail(static_cast<std::uint32_t>(i), detail);
        tie_rest(static_cast<std::uint32_t>(i), detail);
        tied = true;
      }
    }
  }

  // "Signed: Priya Nair" under her own statement says nothing of her work.
  bool is_signature(const Detail& detail) const {
    const std::string label = fold(g_.text(detail.label));
    return one_of(detail.key, {"practitioner", "anyone"}) &&
           (label.starts_with("sign") || label.ends_with("deponent") || label.ends_with("affiant"));
  }

  // "Checked by: Fiona Mackay, from the log and with Tariq"
  bool leads_elsewhere(const Detail& detail, const FoundMention& name) const {
    return is_work(detail) && token(name.tokens.begin - 1).upos == Upos::ADP;
  }

  // "Gran: says Fergal was always like that", "Mum: rang Leanne Hart"
  bool follows_verb(ProseSpan value, const FoundMention& name) const {
    for (std::uint32_t t = name.tokens.begin; t-- > 0 && token(t).span.begin >= value.begin;) {
      const bool small = form(t)[0] >= 'a' && form(t)[0] <= 'z';
      if (small && (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX)) return true;
    }
    return false;
  }

  // "Carer: Lorraine Charles (61), nan, kinship carer": what follows a name up to the next.
  // In a list of those present a parent is another of them: "Present: S Quirke (advocate), mum".
  void tie_rest(std::uint32_t name, const Detail& detail) {
    const ProseSpan value = detail.value;
    const bool list = detail.several && detail.key == "anyone";
    for (std::uint32_t j = name + 1; j < g_.found.size(); ++j) {
      const FoundMention& mention = g_.found[j];
      const ProseSpan span = g_.span_of(mention.tokens);
      if (span.begin >= value.end || (mention.kind == MentionKind::name && !owns_next(j))) return;
      if (in_brackets(value, span.begin)) continue;
      if (list && mention.noun != nullptr && mention.noun->sort != NounSort::professional) return;
      if (is_plain_noun(mention) && !mention.plural && before_words_of(mention, value) == "," &&
          may_be(mention, name))
        add(name, j);
    }
  }

  // "Child: Ewan Hart (9), his sister Isla": somebody else, who is named next.
  bool may_be(const FoundMention& noun, std::uint32_t name) const {
    if (noun.possessor == kNone) return true;
    const std::uint32_t next = static_cast<std::uint32_t>(&noun - g_.found.data()) + 1;
    const bool named_next = next < g_.found.size() && g_.found[next].kind == MentionKind::name &&
                            g_.found[next].tokens.begin == noun.tokens.end;
    return noun.possessor != name && !named_next;
  }

  bool owns_next(std::uint32_t name) const {
    return name + 1 < g_.found.size() && g_.found[name + 1].possessor == name;
  }

  // What stands before a noun and whoever it is said to be somebody's: "Nasreen Bibi, 61, PERP1's mother".
  std::string_view before_words_of(const FoundMention& mention, ProseSpan value) const {
    std::uint32_t begin = mention.tokens.begin;
    if (mention.possessor != kNone && g_.found[mention.possessor].tokens.begin < begin)
      begin = g_.found[mention.possessor].tokens.begin;
    return begin == 0 || token(begin).span.begin <= value.begin ? std::string_view{} : form(begin - 1);
  }

  bool in_brackets(ProseSpan value, std::uint32_t at) const {
    const std::string_view before = g_.text({value.begin, at});
    return std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')');
  }

  // The label's own noun means the same person ("Mother: Leanne Hart").
  std::uint32_t noun_within(ProseSpan label) const {
    const auto after = std::lower_bound(
        g_.found.begin(), g_.found.end(), label.begin,
        [&](const FoundMention& m, std::uint32_t at) { return g_.analysis.tokens[m.head].span.begin < at; });
    if (after == g_.found.end() || !label.contains(g_.span_of(after->words)) || !is_plain_noun(*after))
      return kNone;
    return static_cast<std::uint32_t>(after - g_.found.begin());
  }

  bool is_work(const Detail& detail) const {
    const PersonNoun* noun = g_.words.noun_of_key(detail.key);
    return noun != nullptr && noun->sort == NounSort::professional;
  }

  // "HV: Sue Beynon", not "HV: SB reports that all is well", which is what the health visitor says.
  bool stands_alone(const FoundMention& name) const {
    const std::uint32_t next = name.tokens.end;
    if (next >= end_of_text() || g_.begins_entry[next]) return true;
    const Upos upos = token(next).upos;
    return upos == Upos::PUNCT || upos == Upos::SYM || upos == Upos::CCONJ || upos == Upos::NUM ||
           g_.analysis.sentences[name.sentence].tokens.end == next ||
           one_of(form(next), {"/", "|", "+", "&"});
  }

  // "Neighbour: Callum Baird shouts every night" is what the neighbour says of him.
  bool acts(const FoundMention& name) const {
    const std::uint32_t next = name.tokens.end;
    return !stands_alone(name) && form(next)[0] >= 'a' && form(next)[0] <= 'z' &&
           (token(next).upos == Upos::VERB || token(next).upos == Upos::AUX);
  }

  void tie_detail(std::uint32_t name, const Detail& detail) {
    const ProseSpan words = g_.span_of(g_.found[name].tokens);
    if (detail.key != "anyone" && (is_work(detail) ? stands_alone(g_.found[name]) : !acts(g_.found[name]))) {
      const std::uint32_t within = noun_within(detail.label);
      add(name, within, g_.words.noun_of_key(detail.key), join(detail.label, words));
      tie_words_of_label(name, within, detail);
    }
    if (detail.relation.empty()) return;
    if (one_of(fold_words(g_.text(detail.relation)),
               {"self", "subject", "subject of report", "subject of plan"}) &&
        is_young(name, detail))
      add(name, kNone, g_.words.noun_of_key("child"), detail.relation);
    for (const FoundMention& mention : g_.found_in(first_sentence(detail.relation)))
      if (is_plain_noun(mention) && !owns_another(mention))
        add(name, static_cast<std::uint32_t>(&mention - g_.found.data()), mention.noun, detail.relation);
  }

  // "Dad, alternate weekends. His wife is Jess": what comes next is about others.
  ProseSpan first_sentence(ProseSpan cell) const {
    const auto end = g_.text(cell).find(". ");
    if (end == std::string_view::npos) return cell;
    return {cell.begin, cell.begin + static_cast<std::uint32_t>(end)};
  }

  // Grown-ups are the subjects of reports too: an age below 18 stands in the row or behind the name.
  bool is_young(std::uint32_t name, const Detail& detail) const {
    constexpr int kGrown = 18;
    const auto young = children_by_age(g_);
    if (std::find(young.begin(), young.end(), name) != young.end()) return true;
    if (detail.age.empty()) return false;
    int age = 0, digits = 0;
    for (const char c : g_.text(detail.age)) {
      if (c < '0' || c > '9') {
        if (digits > 0) break;
        continue;
      }
      age = age * 10 + (c - '0');
      if (++digits > 2) return false;
    }
    return digits > 0 && age < kGrown && g_.text(detail.age).find_first_of("/.") == std::string_view::npos;
  }

  // "Mum's ex-partner": he isn't Mum.
  bool owns_another(const FoundMention& mention) const {
    const auto index = static_cast<std::uint32_t>(&mention - g_.found.data());
    return std::any_of(g_.found.begin(), g_.found.end(),
                       [&](const FoundMention& other) { return other.possessor == index; });
  }

  // "Assessor: Fidelma Ruane", and later "the assessor"; "Aggrieved (AP): Rui Mendes", and later "AP".
  void tie_words_of_label(std::uint32_t name, std::uint32_t first, const Detail& detail) {
    if (detail.several) return;
    for (const FoundMention& noun : g_.found_in({detail.label.begin, detail.value.begin})) {
      const auto j = static_cast<std::uint32_t>(&noun - g_.found.data());
      if (is_plain_noun(noun) && !noun.plural && (j != first || noun.noun->sort == NounSort::professional))
        add(name, j);
    }
  }

  // ---- "Callum Baird (father)", "Leanne Hart (Ewan's mother, the victim)"

  void tie_brackets(std::uint32_t i) {
    const FoundMention& name = g_.found[i];
    const std::uint32_t open = name.tokens.end;
    if (form(open) != "(") return;
    std::uint32_t close = open;
    const std::uint32_t limit = std::min(end_of_text(), open + 16);
    while (close < limit && form(close) != ")") ++close;
    for (std::uint32_t j = i + 1; j < g_.found.size() && g_.found[j].head < close; ++j)
      if (is_plain_noun(g_.found[j]) && token(g_.found[j].tokens.begin - 1).upos != Upos::ADP &&
          (g_.found[j].noun->key != "interpreter" || g_.found[j].tokens.begin == open + 1))
        add(i, j);
  }

  // ---- "Callum Baird, the father of both children,", "Jane Doe – health visitor"

  void tie_after(std::uint32_t i) {
    const FoundMention& name = g_.found[i];
    const std::uint32_t mark = name.tokens.end;
    // "Father of Rory, stepfather to Kayleigh"
    if (in_relation_cell(g_.span_of(name.tokens))) return;
    if (const std::uint32_t part = part_behind(g_, name);
        part != kNone && starts_with_capital(form(g_.found[part].tokens.begin))) {
      add(i, part);
      return;
    }
    const bool comma = form(mark) == ",";
    const bool dash = one_of(form(mark), {"-", "–", "—", ":"});
    if (!comma && !dash) {
      tie_signature(i);
      return;
    }
    const std::uint32_t noun = noun_starting_at(i, mark + 1);
    if (noun == kNone || g_.found[noun].sentence != name.sentence) return;
    if (!same_entry(mark, g_.found[noun].tokens.begin)) return;
    const FoundMention& mention = g_.found[noun];
    const std::string_view next = form(mention.tokens.end);
    const bool apposed = token(mention.head).deprel == Deprel::appos;
    const bool closed =
        mention.tokens.end >= end_of_sentence(mention) ||
        one_of(next, {",", ".", ";", ":", ")", "(", "of", "at", "from", "for", "to", "who", "whose"}) ||
        g_.begins_entry[mention.tokens.end];
    if (one_of(next, {"and", "or", "&"}) && !apposed) return;
    if (comma && mention.reference == Reference::indefinite) return;
    // "Sinead, Pauric, granny (Bridie Furlong)"
    if (comma && next == "(" && name_starting_at(noun, mention.tokens.end + 1) != kNone) return;
    if (closed || apposed) {
      // "Ewan, his mother, and the health visitor": a list.
      if (next == "," && one_of(form(mention.tokens.end + 1), {"and", "or"}) && !apposed) return;
      add(i, noun);
    }
  }

  // "Gareth Lloyd Family support worker": lines that reading has joined.
  void tie_signature(std::uint32_t i) {
    const std::uint32_t at = g_.found[i].tokens.end;
    for (std::uint32_t j = i + 1; j < g_.found.size() && g_.found[j].tokens.begin <= at; ++j)
      if (g_.found[j].tokens.begin == at && is_plain_noun(g_.found[j]) && starts_with_capital(form(at)) &&
          g_.found[j].noun->sort == NounSort::professional && form(g_.found[j].tokens.end) != ":")
        add(i, j);
  }

  std::uint32_t noun_starting_at(std::uint32_t from, std::uint32_t at) const {
    for (std::uint32_t j = from + 1; j < g_.found.size() && g_.found[j].tokens.begin <= at + 6; ++j)
      if (g_.found[j].tokens.begin >= at && is_plain_noun(g_.found[j]) &&
          only_modifiers(at, g_.found[j].tokens.begin))
        return j;
    return kNone;
  }

  bool only_modifiers(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t) {
      const Upos upos = token(t).upos;
      if (upos != Upos::ADJ && upos != Upos::ADV && upos != Upos::NOUN && upos != Upos::NUM &&
          upos != Upos::PROPN && form(t) != "-")
        return false;
    }
    return true;
  }

  // ---- "social worker Jane Doe", "Ewan's mother, Leanne Hart,", "the father (Mr Baird)"

  void tie_name_after(std::uint32_t i) {
    const FoundMention& noun = g_.found[i];
    if (noun.plural) return;
    // "Team manager's comment (D. Sutcliffe)"
    std::uint32_t after = noun.tokens.end;
    if (after + 2 < end_of_text() && token(after).xpos == Xpos::POS && form(after + 2) == "(" &&
        noun.noun->sort == NounSort::professional)
      after += 2;
    const bool comma = form(after) == ",";
    const bool bracket = form(after) == "(";
    const std::uint32_t at = comma || bracket ? after + 1 : after;
    const std::uint32_t name = name_starting_at(i, at);
    if (name == kNone || g_.found[name].sentence != noun.sentence || !same_entry(noun.head, at)) return;
    // "employer (AB's consent given)": a bracket with more in it than a name.
    if (bracket && !one_of(form(g_.found[name].tokens.end), {")", ",", ";", "–", "-"})) return;
    // "FOB (Aiden)" in a column of relations: whose father.
    if (bracket && in_relation_cell(g_.span_of(noun.tokens))) {
      g_.found[i].possessor = name;
      g_.found[i].reference = Reference::possessed;
      return;
    }
    if (comma && !comma_ties(noun, g_.found[name])) return;
    if (at == after && (!adjoins(noun, g_.found[name]) || is_known_by_initials(noun, g_.found[name]))) return;
    add(name, i);
  }

  // "Below, “FOB” means Brandon Haskett", whatever the parse makes of it.
  void tie_meaning(std::uint32_t i) {
    std::uint32_t at = g_.found[i].tokens.end;
    while (one_of(form(at), {"\"", "”", "''"})) ++at;
    if (!one_of(form(at), {"means", "denotes"})) return;
    const std::uint32_t name = name_starting_at(i, at + 1);
    if (name == kNone || g_.found[name].sentence != g_.found[i].sentence) return;
    if (add(name, i)) g_.ties.back().defines = true;
  }

  bool in_relation_cell(ProseSpan span) const {
    return std::any_of(g_.details.begin(), g_.details.end(),
                       [&](const Detail& d) { return !d.relation.empty() && d.relation.contains(span); });
  }

  std::uint32_t name_starting_at(std::uint32_t from, std::uint32_t at) const {
    for (std::uint32_t j = from + 1; j < g_.found.size() && g_.found[j].tokens.begin <= at; ++j)
      if (g_.found[j].tokens.begin == at && g_.found[j].kind == MentionKind::name) return j;
    return kNone;
  }

  // A comma before a name may also part a list or an opening clause ("When he told his mother, Ewan …").
  bool comma_ties(const FoundMention& noun, const FoundMention& name) const {
    if (token(name.head).deprel == Deprel::appos) return true;
    const std::string_view next = form(name.tokens.end);
    if (!one_of(next, {",", ".", ";", ")", "("}) && name.tokens.end < end_of_sentence(name)) return false;
    // "Their mother, Mrs Gill, and …": a noun with its owner awaits a name.
    if (noun.reference == Reference::possessed)
      return opens_clause(noun) || token(name.head).deprel != Deprel::nsubj;
    const bool list = next == "," && one_of(form(name.tokens.end + 1), {"and", "or"});
    return !list && (opens_clause(noun) ||
                     (token(name.head).deprel != Deprel::conj && token(name.head).deprel != Deprel::nsubj));
  }

  // Nothing but a conjunction, a preposition or an adverbial stands before it.
  bool opens_clause(const FoundMention& noun) const {
    for (std::uint32_t t = g_.analysis.sentences[noun.sentence].tokens.begin; t < noun.tokens.begin; ++t)
      if (token(t).upos == Upos::VERB) return false;
    return true;
  }

  // "told his mother Ewan was …": a new subject, not a name of hers.
  bool adjoins(const FoundMention& noun, const FoundMention& name) const {
    if (g_.analysis.sentences[noun.sentence].parsed && token(name.head).deprel == Deprel::nsubj) {
      const Deprel relation = token(noun.head).deprel;
      if ((relation == Deprel::obj || relation == Deprel::iobj) && token(name.head).head > name.head)
        return false;
    }
    return form(name.tokens.end) != "'s" || noun.tokens.end == name.tokens.begin;
  }

  // "CD told officer HS did it": initials that the report uses throughout are no officer's.
  bool is_known_by_initials(const FoundMention& noun, const FoundMention& name) const {
    constexpr std::ptrdiff_t kThroughout = 3;
    if (noun.noun->sort != NounSort::professional || starts_with_capital(form(noun.head)) ||
        name.name.whole() || name.name.words.empty() || name.name.words.front().size() > 3 ||
        !name.name.title.empty())
      return false;
    return std::count_if(g_.found.begin(), g_.found.end(), [&](const FoundMention& m) {
             return m.kind == MentionKind::name && m.name.words == name.name.words;
           }) >= kThroughout;
  }

  // ---- "her children, Ewan (9) and Isla (4)"

  void tie_names_of_group(std::uint32_t i) {
    const FoundMention& group = g_.found[i];
    const PersonNoun* noun = singular_of(group);
    if (noun == nullptr) return;
    std::uint32_t at = group.tokens.end;
    const bool marked = one_of(form(at), {",", "(", ":", "–", "—", "-"});
    if (marked) ++at;
    // "told both neighbours Ms Hart was ill": only kin and children are named without a mark.
    if (!marked && noun->sort != NounSort::kin && noun->sort != NounSort::child) return;
    bool first = true;
    for (std::uint32_t j = i + 1; j < g_.found.size(); ++j) {
      const FoundMention& name = g_.found[j];
      if (name.kind != MentionKind::name || name.sentence != group.sentence) break;
      if (first ? name.tokens.begin != at : !only_list_words(at, name.tokens.begin)) break;
      if (!first || !is_lone_subject(name))
        add(j, kNone, noun, join(g_.span_of(group.tokens), g_.span_of(name.tokens)));
      at = name.tokens.end;
      first = false;
    }
  }

  bool is_lone_subject(const FoundMention& name) const {
    return form(name.tokens.begin - 1) == "," && token(name.head).deprel == Deprel::nsubj;
  }

  const PersonNoun* singular_of(const FoundMention& group) const {
    if (group.noun == nullptr) return nullptr;
    if (group.noun->sort != NounSort::group) return group.noun;
    const std::string word = fold(g_.form(group.tokens.end - 1));
    if (group.noun->key == "children")
      return one_of(word, {"sons", "daughters", "brothers", "sisters"}) ? g_.words.noun_of_key("sibling")
                                                                        : g_.words.noun_of_key("child");
    return group.noun->key == "parents" ? g_.words.noun_of_key("parent") : nullptr;
  }

  bool only_list_words(std::uint32_t from, std::uint32_t to) const {
    if (to > from + 10) return false;
    bool parted = false;
    for (std::uint32_t t = from; t < to; ++t) {
      const Upos upos = token(t).upos;
      if (one_of(form(t), {",", "and", "&", ";"})) parted = true;
      if (upos == Upos::VERB && form(t) != "aged") return false;
    }
    return parted;
  }

  // ---- "Mr Baird is Ewan's father", "Mr Baird was identified as the perpetrator"

  void tie_copulas() {
    std::vector<std::uint32_t> mention_at(g_.analysis.tokens.size(), kNone);
    for (std::uint32_t i = 0; i < g_.found.size(); ++i) mention_at[g_.found[i].head] = i;
    const auto at = [&](std::uint32_t t) { return t == kNone ? kNone : mention_at[t]; };
    for (const Clause& clause : g_.clauses.all) {
      if (clause.negated || clause.subject == kNone || clause.modality != Modality::none) continue;
      // "Below, “FOB” means Brandon Haskett."
      if (const std::uint32_t meant = at(clause.object);
          one_of(g_.analysis.lemma(clause.predicate), {"mean", "denote"}) && at(clause.subject) != kNone &&
          meant != kNone && is_plain_noun(g_.found[at(clause.subject)]) &&
          g_.found[meant].kind == MentionKind::name) {
        if (add(meant, at(clause.subject))) g_.ties.back().defines = true;
        continue;
      }
      std::uint32_t name = at(clause.subject);
      std::uint32_t noun = clause.copular ? at(clause.predicate) : named_as(clause, mention_at);
      // "My manager is Declan Burke", "The allocated worker is Ms Orr"
      if (clause.copular && noun != kNone && g_.found[noun].kind == MentionKind::name) std::swap(name, noun);
      if (name == kNone || g_.found[name].kind != MentionKind::name) continue;
      if (noun == kNone || !is_plain_noun(g_.found[noun]) || !says_who(g_.found[noun])) continue;
      if (!is_partys_word(clause, g_.found[noun], mention_at)) add(name, noun);
    }
  }

  // "She said that Linnet was the abuser": what one party calls another says who they are to nobody.
  bool is_partys_word(const Clause& clause, const FoundMention& noun,
                      const std::vector<std::uint32_t>& mention_at) const {
    if (noun.noun->sort != NounSort::part || noun.noun->role == Role::unknown || clause.reported_by == kNone)
      return false;
    const std::uint32_t teller = g_.clauses.all[clause.reported_by].subject;
    if (teller == kNone || mention_at[teller] == kNone) return false;
    const FoundMention& said_by = g_.found[mention_at[teller]];
    return said_by.kind == MentionKind::name || said_by.kind == MentionKind::pronoun ||
           (said_by.noun != nullptr && said_by.noun->sort != NounSort::professional &&
            said_by.noun->sort != NounSort::agency);
  }

  // "Ms Hart is a mother" and "is a victim" say what, "is the victim" and "is Ewan's mother" say who.
  static bool says_who(const FoundMention& noun) {
    return noun.reference != Reference::indefinite || noun.noun->sort == NounSort::professional ||
           noun.noun->sort == NounSort::part;
  }

  std::uint32_t named_as(const Clause& clause, const std::vector<std::uint32_t>& mention_at) const {
    static constexpr std::array<std::string_view, 7> verbs{"identify", "name",     "record", "list",
                                                           "assess",   "consider", "regard"};
    if (clause.voice == Voice::active) return kNone;
    if (std::find(verbs.begin(), verbs.end(), g_.analysis.lemma(clause.predicate)) == verbs.end())
      return kNone;
    for (const std::uint32_t child : g_.clauses.dependents(clause.predicate))
      if (mention_at[child] != kNone && case_of(g_.analysis, g_.clauses, child) == "as")
        return mention_at[child];
    return kNone;
  }

  Gathering& g_;
};

}  // namespace

// "IDVA: HS says that …", "Police: Mr Hart was spoken to".
bool is_speech(const Gathering& g, const Detail& detail, const FoundMention& name) {
  const PersonNoun* noun = g.words.noun_of_key(detail.key);
  if (noun == nullptr || noun->sort != NounSort::professional) return false;
  const std::uint32_t c = g.clauses.of_token[name.head];
  return c != kNone && g.clauses.all[c].subject == name.head && !g.clauses.all[c].copular;
}

bool owns_noun_in(const Gathering& g, ProseSpan value, const FoundMention& name) {
  const auto inside = g.found_in(value);
  const auto index = static_cast<std::uint32_t>(&name - g.found.data());
  return std::any_of(inside.begin(), inside.end(),
                     [&](const FoundMention& m) { return m.possessor == index && m.head < name.head; });
}

void find_ties(Gathering& gathering) { TieFinder(gathering).run(); }

}  // namespace onus
