#include <gtest/gtest.h>

#include <map>
#include <set>

#include "people/telling.h"

// [Ms Hart]1 told [[her]1 mother]2: the same number is the same person, another number another one, ? is
// left open; [the children]1+2 are several.
namespace onus::test {
namespace {

struct Marked {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::set<std::string> numbers;
};

struct MarkedText {
  std::string plain;
  std::vector<Marked> marks;
};

MarkedText read_marks(const std::string& text) {
  MarkedText out;
  std::vector<std::uint32_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') {
      open.push_back(static_cast<std::uint32_t>(out.plain.size()));
    } else if (text[i] == ']') {
      Marked mark{open.back(), static_cast<std::uint32_t>(out.plain.size()), {}};
      open.pop_back();
      std::string number;
      for (++i; i < text.size() &&
                (std::isdigit(static_cast<unsigned char>(text[i])) != 0 || text[i] == '+' || text[i] == '?');
           ++i)
        if (text[i] == '+') {
          mark.numbers.insert(number);
          number.clear();
        } else if (text[i] != '?') {
          number += text[i];
        }
      if (!number.empty()) mark.numbers.insert(number);
      --i;
      out.marks.push_back(mark);
    } else {
      out.plain += text[i];
    }
  }
  return out;
}

const Mention* mention_ending(const Told& told, const Marked& mark) {
  const Mention* best = nullptr;
  for (const Mention& mention : told.people.cast.mentions) {
    const auto& tokens = told.analysis.tokens;
    const ProseSpan span{tokens[mention.tokens.begin].span.begin, tokens[mention.tokens.end - 1].span.end};
    if (span.end != mark.end) continue;
    if (best == nullptr || span.begin == mark.begin) best = &mention;
  }
  return best;
}

void expect_meant(const std::string& text) {
  const MarkedText marked = read_marks(text);
  const Told told = tell(marked.plain);
  std::map<std::string, std::set<std::uint32_t>> people;
  for (const Marked& mark : marked.marks) {
    const Mention* mention = mention_ending(told, mark);
    const std::string words = marked.plain.substr(mark.begin, mark.end - mark.begin);
    if (mark.numbers.empty()) {
      EXPECT_TRUE(mention == nullptr || mention->people.empty())
          << words << " isn't left open\n  in " << text;
      continue;
    }
    if (mention == nullptr || mention->people.size() != mark.numbers.size()) {
      ADD_FAILURE() << words << " isn't found, or means " << (mention == nullptr ? 0 : mention->people.size())
                    << " people\n  in " << text;
      continue;
    }
    if (mark.numbers.size() == 1) people[*mark.numbers.begin()].insert(mention->people.front());
  }
  std::map<std::uint32_t, std::string> number_of;
  for (const auto& [number, meant] : people) {
    EXPECT_EQ(meant.size(), 1U) << number << " is several people\n  in " << text;
    for (const std::uint32_t person : meant) {
      EXPECT_FALSE(number_of.contains(person))
          << number << " and " << number_of[person] << " are both " << told.name(person) << "\n  in " << text;
      number_of[person] = number;
    }
  }
}

TEST(WhoIsMeant, Names) {
  expect_meant("[Callum Baird]1 lives in Leith. [Mr Baird]1 works nights. [Callum]1 was seen twice.");
  expect_meant("[Mr Baird]1 was seen with [Mr Baird's mother]2.");
  expect_meant("[Ms Nguyen]1 and [Mr Nguyen]2 were seen apart.");
  expect_meant("[Child A]1 and [Child B]2 live with [Mother]3. [Child A]1 is six.");
  expect_meant("[Mr P]1 met [Ms Q]2 in 2010. [Mr P]1 drives a taxi.");
  expect_meant("[PC 2231 Orr]1 attended. [PC Orr]1 spoke to [Ms Bello]2.");
}

TEST(WhoIsMeant, NounsBesideNames) {
  expect_meant("[Leanne Hart]1 ([mother]1) was present. [Mum]1 said little.");
  expect_meant("[Ewan]1 lives with [[Ewan]1's mother]2, [Leanne Hart]2.");
  expect_meant("[Ewan]1 (9) talked to [[his]1 teacher]2, [Mrs Okafor]2. [Mrs Okafor]2 wrote it down.");
  expect_meant("Mother: [Leanne Hart]1\n\nFather: [Callum Baird]2\n\n[Mum]1 rang [the father]2.");
  expect_meant("[The health visitor]1 saw [Ms Diallo]2. [The health visitor]1 was worried.");
}

TEST(WhoIsMeant, Pronouns) {
  expect_meant("[Ms Hart]1 told [Mr Baird]2 that [she]1 was leaving. [He]2 took [her]1 keys.");
  expect_meant("[Ms Hart]1 said that [she]1 had hidden [her]1 phone.");
  expect_meant("[Mr Baird]1 blamed [himself]1.");
  expect_meant("Children: [Ewan]1 (9), [Isla]2 (4)\n\n[The children]1+2 said [they]1+2 were cold.");
}

// What is said at the place tells a child from a grown-up (place_likeness.h).
TEST(WhoIsMeant, WhatIsSaidOfChildrenAndOfGrownUps) {
  expect_meant(
      "Father: [Paul Kerr]1\n\nChildren: [Jake Kerr]2 (9)\n\n[Mr Kerr]1 put a camera in the hall and [Jake]2 "
      "saw it. "
      "[He]2 sleeps in [his]2 shoes and no longer reads aloud in class.");
  expect_meant(
      "Father: [Paul Kerr]1\n\nChildren: [Jake Kerr]2 (9)\n\n[Mr Kerr]1 put a camera in the hall and [Jake]2 "
      "saw it. "
      "[He]1 checks the mileage of the car and keeps the wages.");
}

TEST(WhoIsMeant, NamesInOtherForms) {
  expect_meant(
      "Persons: [WILK, Kacper]1, 27 – [WILK, Hanna]2, 58\n\n[Kacper]1 was calm. [Hanna]2 was arrested.");
  expect_meant(
      "In the house: [Maurice \"Mossie\" Crehan]1, [Aoife Crehan]2\n\n[Mossie]1 rang. [Aoife]2 did not.");
  expect_meant("Children: [Tadiwa (Tadi) Mukamuri]1 (7)\n\n[Tadi]1 was seen at school.");
  expect_meant("Adults: [Renee Pascoe]1, [Quoc Bao Dinh]2\n\n[Bao]2 was seen alone. [Renee]1 was not.");
  expect_meant("[SW1]1 told [Ms Q]2 that [HV2]3 had called.");
  expect_meant("Children – [Nima]1 (11), [Shirin]2 (9)\n\n[The children]1+2 were seen.");
}

// A title of her own doesn't make the nine-year-old of the same surname "Mrs Halloran".
TEST(WhoIsMeant, TitlesArentChildrens) {
  expect_meant(
      "[Ms Anne Halloran]1 lives with [Sorcha Halloran]2 (9). [Mrs Halloran]1 was calm. [Sorcha]2 was not.");
  expect_meant(
      "[Mr B Halloran]1 lives with [Robin Halloran]2, aged 9. [Mr Halloran]1 was calm. [Robin]2 was not.");
  expect_meant("[Sorcha Halloran]1 (9) was seen with [Mrs Halloran]2.");
}

// A label is whoever is named first behind it, not whoever else is spoken of there.
TEST(WhoIsMeant, LabelsAndTheirNames) {
  expect_meant("SW1: [Mr Baird]1 was spoken to.\n\n[SW1]2 rang [Ms Hart]3. [Mr Baird]1 was calm.");
  expect_meant("PERP1: ex-husband of [Sana Khan]1\n\n[PERP1]2 rang [Sana Khan]1. [PERP1]2 was arrested.");
  expect_meant("PERP1: [Imran Qureshi]1, 36\n\n[PERP1]1 rang [Ms Hart]2.");
  expect_meant("Chair: [M. Rees]1\n\n[Chair]1 asked [Ms Hart]2.");
}

TEST(WhoIsMeant, NobodyIsTheirOwnRelative) {
  expect_meant("Child: [Ewan Hart]1 (9), his sister [Isla]2\n\n[[Ewan]1's sister]2 was seen.");
}

// "Mo" and "Fa" are nouns in notes that have both, "Mo" alone is a name.
TEST(WhoIsMeant, ShortFormsOfNotes) {
  expect_meant("Mo: [Kirsten]1. Fa: [Gavin]2.\n\n[Mo]1 said little. [Fa]2 answered for [her]1.");
  expect_meant("[Mo]1 scored twice. [Mr Baird]2 drove [Mo]1 home.");
}

TEST(WhoIsMeant, PartsOfACase) {
  expect_meant(
      "Victim: [Lucy Amos]1\n\nSuspect: [Dwayne Hale]2\n\n[IP]1 states that [the SUS]2 came in and slapped "
      "[her]1.");
  // Which side of a case someone is on says nothing of the other.
  expect_meant("[Ms Hart]1 is the applicant. [Mr Baird]2 was seen by [the victim]?.");
}

TEST(WhoIsMeant, WhoIsHeld) {
  expect_meant("[Mr Baird]1 dragged [Robin Hart]2 out by [her]2 hair.");
  expect_meant("[Ms Castle]1 pulled [Ms Abney]2 back by [her]2 wrist.");
}

TEST(WhoIsMeant, AJudgeIsSatisfiedOfSomebodyElse) {
  expect_meant("[Mr Baird]1 appeared. [The judge]2 was satisfied that [he]1 had threatened [Ms Hart]3.");
}

TEST(WhoIsMeant, AFatherAndHisDaughterAreNoCouple) {
  expect_meant(
      "[Tom Crehan]1 is [Aoife Crehan]2's father. [Tom]1 was not the same after [[his]1 wife]3 died.");
}

TEST(WhoIsMeant, LettersOfNotes) {
  expect_meant(
      "Family: [Aleksander Dudek]1 (F), [Joanna Dudek]2 (M).\n\n[M]2 was at the door. [F]1 said that [M]2 "
      "had "
      "slipped. [F]1 was calm.");
  expect_meant("Siblings: [Maja]1 (F), [Filip]2 (M).\n\n[Maja]1 is seven.");
}

TEST(WhoIsMeant, NobodySeesThemselvesAct) {
  expect_meant("[Carys]1 did not attend. [Sharon]2 has seen [her]1 shout at [Wiremu]3.");
}

TEST(WhoIsMeant, ASubjectIsntNamedAgainBelowItself) {
  expect_meant(
      "[Ms Abney]1 was calm. [She]1 reports that [Ms Castle]2 moved the money. [She]1 reports that [Ms "
      "Castle]2 left.");
}

TEST(WhoIsMeant, SectionsThatAreSomebodysAccount) {
  const Told told = tell(
      "Ms Abney and Ms Castle were seen.\n\n## Ms Abney's account\n\nShe described the evening.\n\n## Ms "
      "Castle's "
      "account\n\nShe denied it.\n");
  std::vector<std::string> meant;
  for (const Mention& mention : told.people.cast.mentions)
    if (mention.kind == MentionKind::pronoun)
      meant.push_back(mention.people.size() == 1 ? told.name(mention.people.front()) : "?");
  EXPECT_EQ(meant, (std::vector<std::string>{"Ms Abney", "Ms Castle"}));
}

TEST(WhoIsMeant, WhoIsNamedInAQuotationIsntTheSpeaker) {
  expect_meant("[Cameron]1 (11) is a serious boy. \"Mum hits [dad]2,\" [he]1 said.");
}

TEST(WhoIsMeant, PronounsThatMayMeanTwo) {
  expect_meant("[Ms Hart]1 and [Ms Shaw]2 were seen at the school. Later [she]? fell ill.");
}

TEST(WhoIsMeant, Kin) {
  expect_meant(
      "[Adult B]2 is [[Adult A]1's son]2. [Adult D]4 is [[Adult A]1's daughter]4. [Adult D]4 said that "
      "[[her]4 "
      "brother]2 came back.");
}

TEST(WhoIsMeant, Initials) {
  expect_meant(
      "Parents: [Orla Tierney]1 ([OT]1), [Aoife Breslin]2 ([AB]2)\n\n[OT]1 rang [AB]2 at work. [AB]2 was "
      "upset.");
  expect_meant("Pupil: [Carys Moss]1\n\n[Carys]1 was late. [C]1 tired today, head on desk.");
}

TEST(WhoIsMeant, OtherNamesOfOne) {
  expect_meant("Mother: [Marisol Dela Cruz]1, also recorded as [Marie Pritchard]1\n\n[Marie]1 rang.");
  expect_meant("[Leanne Hart]1 called [Callum Baird]2 on Monday. [Callum Baird]2 punched [Leanne Hart]1.");
  expect_meant("[Leanne Hart]1 previously lived with [Callum Baird]2.");
  expect_meant("Suspect: [Graça Lopes]1, a.k.a. [Gracinha]1\n\n[Gracinha]1 was arrested.");
  expect_meant(
      "[Ketevan Lopes]1 came. [Mr Tesfay]2 said that [Keti]1 left. [Robert Orr]3 rang. [Robbie]4 left.");
  expect_meant("[Joanna Orr]1 and [Joanne Bell]2 came. [Jo]3 left.");
  expect_meant("[Mr Rui Lopes]1 and [Mrs Lopes]2 live here. [Mrs L]2 was calm.");
  expect_meant("Initials: [DS W]1\n\n[DS Whitlock]1 attended. [Garda P. Nolan]2 did not.");
  expect_meant(
      "Case name: [Begaye, Isaiah]1 / [Castellano, Brent]2\n\n[Mr. Begaye]1 was seen. [Brent]2 was not.");
  expect_meant(
      "[Emyr Pritchard]1 ([EP]1) and [Catrin Llwyd]2 were seen. Told [CL]2 [Emyr]1 tipped the plate.");
}

// "Tam's sister" and "Lena's mum" are somebody else's than "Marco's mother".
TEST(WhoIsMeant, MothersOfTwoGrownUps) {
  expect_meant("[Nadia]1 (7) was seen. [[Lena]2's mum]3 stayed. [[Marco]4's mother]5 rang.");
}

TEST(WhoIsMeant, TitlesAndBrothers) {
  expect_meant(
      "Respondent: [Rahimi Cisse]1\n\n[Ms Cisse]1 was seen. [[Her]1 brother]2 [Abebe]2 rang; [Abebe Cisse]2 "
      "was sure. [Ms "
      "Cisse]1 left.");
}

TEST(WhoIsMeant, ListsOfAFamily) {
  expect_meant(
      "In the home: [Sinead Orr]1, [Pauric Greene]2, [granny]3 ([Bridie Orr]3)\n\n[Pauric]2 rang [Granny]3.");
  expect_meant(
      "PINOP: [BROWN, Shayla]1\n\nPOI: [DUNCAN, Troy]2\n\nChild: [BROWN-DUNCAN, Koa]3 5yo\n\n[PINOP]1 "
      "stated [POI]2 came home. [Koa]3 was in bed.");
}

TEST(WhoIsMeant, WordsOfALabelAreSomebody) {
  expect_meant("Assessor: [Fidelma Ruane]1, social worker\n\n[The assessor]1 met [Ms Hart]2.");
  expect_meant("Aggrieved (AP): [Rui Lopes]1\n\n[AP]1 was in the kitchen.");
  expect_meant("For: [Judge Considine]1\n\n[The judge]1 will have the papers.");
  expect_meant("Chair: [Marcia Dunne]1\n\n[Chair]1 thanked [Ms Hart]2.");
}

TEST(WhoIsMeant, Entries) {
  expect_meant(
      "Present:\n[Leanne Hart]1 – [Mum]1\n[Callum Baird]2 – attended by phone\n\n[Mum]1 rang [Callum "
      "Baird]2.");
  expect_meant("Sibling: [Osian]1, Reception\nDSP: [Rhian Wyn]2\n\n[Osian]1 was late. [Rhian Wyn]2 rang.");
}

// The initials of somebody listed against the short form of a job that is written alike.
TEST(WhoIsMeant, InitialsThatAreWrittenLikeAJob) {
  const std::string present =
      "Present: Sandra Okoro (SW), [Zara Anwar]1 (mum), [Gavin Pike]2 (stepdad)\n\nApologies: [Dr Mehta]3 "
      "(GP)\n\n";
  expect_meant(present + "[GP]2 arrested, bailed not to attend.\n\n[ZA]1 was calm.");
  expect_meant(present + "[ZA]1 said that [GP]2 takes [her]1 phone at night and locks the door.");
  expect_meant(present + "[GP]2's account: [ZA]1 went for [him]2 w/ bottle.");
  expect_meant(present + "[ZA]1: says she is frightened.\n\n[GP]2: denies everything.");
  // The doctor's work, and a report that uses no initials.
  expect_meant(present + "[ZA]1 was seen by [the GP]3 in May. [GP]3 referred [her]1.");
  expect_meant(
      "Mother: [Zara Anwar]1\n\nStepfather: [Gavin Pike]2\n\n[Zara]1 was at home. [The GP]3 said that "
      "[Gavin]2 rang.");
}

TEST(WhoIsMeant, ShortFormsThatAreExplained) {
  expect_meant(
      "Key: M = mother, F = father\n\nMother: [Zara Anwar]1\n\nFather: [Kevin Dodd]2\n\n[F]2 came to the "
      "school. [M]1 was at work.");
  expect_meant(
      "Key: MO = mother, BF = mother's boyfriend\n\nMother: [Zara Anwar]1\n\nFather: [Kevin Dodd]2\n\n[BF]3 "
      "came "
      "to the school. [MO]1 was at work.");
  expect_meant("[Zara]1 was seen. [[Her]1 BF]2 was at home. [Her]1 sister was not.");
}

// A former partner is somebody else than the one of whom the report tells, unless it says so.
TEST(WhoIsMeant, FormerPartners) {
  const std::string family = "Mother: [Danielle Ferrie]1\n\nFather: [Craig Loudon]2\n\n";
  expect_meant(family + "[Craig]2 punched [Danielle]1. [[Her]1 previous partner]3 was also violent.");
  expect_meant(family + "[Craig]2 was seen. [[Danielle]1's previous partner]3, [Steven]3, was violent.");
  expect_meant(family + "They separated in May. [[Her]1 ex-partner]2 came to the house.");
  expect_meant("[Danielle]1 was seen. [[Her]1 ex-partner]2, [Craig]2, rang. [[Her]1 ex-partner]2 was drunk.");
  expect_meant("[Danielle]1 was seen. [[Her]1 ex-partner]2 punched [her]1.");
  expect_meant(family + "[Craig]2 was seen. [A former spouse]? is not an objective source.");
}

// "Father" says nothing of whose boyfriend he is, nor is a neighbour's husband one of the couple.
TEST(WhoIsMeant, BoyfriendsAndFathers) {
  const std::string family = "Mother: [Carly Dunn]1\n\nFather: [Lee Marsh]2\n\n";
  expect_meant(family + "[Lee]2 was seen. [[Carly]1's boyfriend]3 shouted.");
  expect_meant(family + "[Lee]2 was seen. [The husband]? of [a neighbour]4 went round.");
}

TEST(WhoIsMeant, WhoeverSomebodyPretendsToBe) {
  expect_meant("[Ms Reyes]1 was seen. [She]1 rang the school pretending to be [[Ms Hart]2's solicitor]?.");
}

TEST(WhoIsMeant, TheWriter) {
  expect_meant("Report by: [Jane Doe]1, social worker\n\n[I]1 visited [Ms Hart]2 in May.");
  expect_meant("[I]1, [Priya Raman]1, am the mother of [Asha]2, who is five. [My]1 flat is small.");
  expect_meant(
      "WITNESS STATEMENT\n\n[I]1, [Priya Nair]1, will say:\n\n[I]1 am the mother of [Dev "
      "Nair]2.\n\nSTATEMENT OF "
      "TRUTH\n\n[I]1 believe that this is true.\n\nSigned: [Priya Nair]1");
}

// The writer who isn't of the family is no person of the report, in a group neither.
TEST(WhoIsMeant, TheWriterAmongOthers) {
  const Told told = tell(
      "I have been a friend and customer of Signs of Saltford for well over 12 years now and I also became "
      "their "
      "website supplier some 3 years ago.");
  for (const Mention& mention : told.people.cast.mentions)
    for (const std::uint32_t person : mention.people) EXPECT_LT(person, told.people.cast.people.size());
}

TEST(WhoIsMeant, WordsThatNameNobody) {
  for (const std::string text :
       {"WITNESS STATEMENT\n\nI, Priya Nair, will say:\n\nI am the mother of Dev.\n\nSTATEMENT OF TRUTH\n\nI "
        "believe it.",
        "Mother: Hanne Brandt\n\nBirth visit. Perineum was torn and has been sutured. Safety discussed.",
        "Ines goes to Beechwood Primary School. She likes Beechwood and Beechwood likes her."}) {
    const Told told = tell(text);
    for (const std::string_view word : {"TRUTH", "Perineum", "Safety", "Beechwood"})
      EXPECT_EQ(told.who(word), kNone) << word << "\n  in " << text;
  }
}

}  // namespace
}  // namespace onus::test
