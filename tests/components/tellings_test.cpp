#include <gtest/gtest.h>

#include <string>

#include "knowledge.h"

// Ordinary ways of telling what each component is about, and what looks like it and isn't.
namespace onus {
namespace {

constexpr Component kHarm = Component::harm_to_child;
constexpr Component kEfforts = Component::protective_efforts;
constexpr Component kImpact = Component::impact_on_child;
constexpr Component kIntersections = Component::intersections;

struct Telling {
  Component component;
  std::string_view text;
};

constexpr std::string_view kBefore = "Mr Baird hit Ms Hart in 2021. Ewan and Isla live with Ms Hart. ";

const Telling kTellings[] = {
    {kEfforts, "Ms Hart gets up before Mr Baird so that the porridge is made and Ewan is dressed."},
    {kEfforts, "Ms Hart keeps the children's bikes at a friend's house."},
    {kEfforts, "Ms Hart makes sure that Isla's ear drops are given on time."},
    {kEfforts, "She has kept the same bedtime for Isla through four moves."},
    {kEfforts,
     "Ms Hart draws the curtains and puts on the cartoon channel when Mr Baird's car comes up the road."},
    {kEfforts, "Ms Hart sits in the back with the children when Mr Baird drives."},
    {kEfforts, "Ms Hart saves her bus fare to pay for Ewan's swimming."},
    {kEfforts, "Ms Hart practises with Ewan what to say to the operator."},
    {kEfforts, "Ms Hart told the nursery who may collect Isla."},
    {kEfforts, "Ms Hart hides the kitchen knives in the washing machine at weekends."},
    {kEfforts, "Ms Hart takes the blame for whatever the children break."},
    {kEfforts, "Ms Hart asked for the morning shift so that she could be there at three."},
    {kEfforts, "Ms Hart reads Isla's face at breakfast and tells the teacher on bad days."},
    {kEfforts, "Ms Hart has found a therapist for Ewan and takes two buses to get there."},
    {kEfforts, "Ms Hart plays the piano with Isla each evening."},
    {kEfforts, "Ms Hart holds Isla until she sleeps."},
    {kEfforts, "Ms Hart keeps a spare set of uniform at the school."},
    {kEfforts, "Ms Hart sent the children to the shop when she heard the key."},
    {kEfforts, "Ms Hart walks on the outside of the pavement, between Mr Baird's car and the children."},
    {kEfforts, "Ms Hart distracts Mr Baird by asking about his work."},
    {kEfforts, "Ms Hart bakes with the children on Sundays to keep them in the kitchen, away from him."},
    {kEfforts, "Ms Hart has spoken to Ewan about what is and is not his job."},
    {kEfforts, "Ms Hart told Isla that grown-ups must not hurt each other."},
    {kEfforts, "Ms Hart checks Ewan's tablet for tracking apps every Sunday night."},
    {kEfforts, "She dropped the charges because Mr Baird said that he would take Isla."},
    {kEfforts, "Ms Hart has taken the children to every one of their dental appointments."},
    {kEfforts, "Ms Hart keeps in touch with the children's grandmother by letter."},
    {kEfforts, "Ms Hart attends every parents' evening although Mr Baird forbids it."},
    {kEfforts, "Ms Hart found Ewan a place in a breakfast club."},
    {kEfforts, "Ms Hart does the shopping with cash that she has put aside, to buy fruit for the children."},
    {kEfforts, "Ms Hart stays in the room whenever Mr Baird helps Ewan with homework."},
    {kEfforts, "Ms Hart keeps her shoes on in the house and the pram by the door."},
    {kEfforts, "Ms Hart taught herself to give Isla's injections."},
    {kEfforts, "Ms Hart rang the out-of-hours doctor from the neighbour's phone."},
    {kEfforts, "Ms Hart slept in the car with both children twice in May."},
    {kEfforts, "Ms Hart celebrates birthdays at the library, where Mr Baird does not go."},
    {kImpact, "Since Mr Baird moved back, Isla has been sick every Sunday night."},
    {kImpact, "Ewan carries a torch in his school bag in case Mr Baird turns the power off."},
    {kImpact, "Isla told her teacher that she cannot do her sums because she is listening for the car."},
    {kImpact, "Ewan has dropped out of the orchestra because Mr Baird broke his flute."},
    {kImpact, "When the doorbell rings Ewan goes white and stands behind his teacher."},
    {kImpact, "Isla bites her nails until they bleed in the days before she goes to Mr Baird."},
    {kImpact, "Ewan gave his pocket money to Ms Hart so that Mr Baird would not be cross."},
    {kImpact, "Isla does not let her friends ring the house because Mr Baird shouts at them."},
    {kImpact, "Ewan has been to three schools in two years because Mr Baird found each address."},
    {kImpact, "Isla hums with her fingers in her ears when Mr Baird talks."},
    {kImpact, "Ewan has not laughed since the night that Mr Baird drowned the cat, his gran says."},
    {kImpact, "Isla flushes her drawings down the toilet before Mr Baird can see them."},
    {kImpact,
     "Ewan counts the cans in the bin after school to know what the evening will be like with Mr Baird."},
    {kImpact, "Ewan lost two stone in the year that Mr Baird locked the kitchen."},
    {kImpact, "Isla is always hungry on Mondays after contact with Mr Baird."},
    {kImpact, "Ewan punched a wall at school on the day Mr Baird was released."},
    {kImpact, "Ewan asks if it is his fault that Mr Baird hits her."},
    {kImpact, "Isla hides under the coats at home time if Mr Baird's car is at the gate."},
    {kImpact, "Isla has grown quieter month by month since Mr Baird moved in."},
    {kImpact, "Ewan stays late at football so as not to be at home with Mr Baird."},
    {kImpact, "Isla pulls out her hair while Mr Baird is shouting."},
    {kImpact, "Ewan said that his heart goes fast when he hears Mr Baird's boots."},
    {kImpact, "Ewan took his GCSEs on two hours' sleep because Mr Baird had kept the house up."},
    {kImpact, "Isla cannot read the word dad aloud since Mr Baird hit her mother."},
    {kImpact, "Ewan no longer brings his report card home because Mr Baird tears it up."},
    {kImpact, "Isla has started to bite other children at nursery, as Mr Baird bit her mother."},
    {kImpact,
     "Ewan translates for his mother at the police station because Mr Baird will not let her learn English."},
    {kImpact, "Isla has a rash that comes up before each visit to Mr Baird."},
    {kImpact, "Ewan wears a hood indoors since Mr Baird cut his hair as a punishment."},
    {kImpact, "Isla drew Mr Baird with red hands and no mouth."},
    {kImpact, "Ewan has stopped asking for seconds since Mr Baird began to weigh the food."},
    {kImpact, "Isla's stammer came back the week Mr Baird was bailed."},
    {kImpact, "Ewan missed his grandfather's funeral because Mr Baird hid his shoes."},
    {kImpact, "Isla, aged two, puts herself in the corner when Mr Baird raises his voice."},
    {kImpact, "Isla wants to die."},
    {kImpact, "Ewan cries when he hears the door and he likes football."},
    {kHarm, "Mr Baird texted Isla to ask where she and her mother were living."},
    {kHarm, "Mr Baird stood at the school gate every morning in breach of the order."},
    {kHarm, "Mr Baird weighed Ewan each Friday and read the number out to his friends."},
    {kHarm, "Mr Baird made Ewan stand on a chair and say what his mother had done wrong."},
    {kHarm, "Mr Baird woke the children at three to clean the kitchen."},
    {kHarm, "Mr Baird told Isla that her mother did not want her."},
    {kHarm, "Mr Baird flicked lit matches at Ewan."},
    {kHarm, "Mr Baird gave away Isla's rabbit when Ms Hart went to the doctor."},
    {kHarm, "Mr Baird refused to sign for Ewan's operation."},
    {kHarm, "Mr Baird had Isla ring her mother at work every hour."},
    {kHarm, "Mr Baird kept Ewan's phone to read what Ms Hart wrote to him."},
    {kHarm, "Mr Baird squeezed Isla's hand until she cried."},
    {kHarm, "Mr Baird shouts in Ewan's face."},
    {kHarm, "Mr Baird took the bulbs out of the children's room."},
    {kHarm, "Mr Baird threatened to report Ms Hart so that the children would be taken away."},
    {kHarm, "Mr Baird poured Ewan's dinner on the floor and told him to eat it there."},
    {kHarm, "Mr Baird says he will go for custody each time Ms Hart asks for money."},
    {kHarm, "Mr Baird held the baby over the balcony."},
    {kHarm, "Mr Baird forbade the children to speak to their grandmother."},
    {kHarm, "Mr Baird made Isla choose which parent to sit with."},
    {kHarm, "Mr Baird turned up at Ewan's sports day and shouted at him."},
    {kHarm, "Mr Baird uses Ewan's homework diary to send notes to Ms Hart."},
    {kHarm, "Mr Baird told the children that Ms Hart is mad."},
    {kHarm, "Mr Baird swore at Isla for crying."},
    {kHarm, "Mr Baird did not bring Isla back on Sunday."},
    {kHarm, "Mr Baird put a tracker in Isla's teddy."},
    {kHarm, "Mr Baird locked the children out in the garden in January."},
    {kHarm, "Mr Baird threw a shoe at Ewan."},
    {kHarm, "Mr Baird drove the car at the wall with Ewan in it."},
    {kHarm, "Mr Baird won't let Ewan see the school counsellor."},
    {kHarm, "Mr Baird tells Ewan that boys who cry are girls."},
    {kHarm, "Mr Baird promised Isla a pony if she told the judge that she wants to live with him."},
    {kHarm, "Mr Baird kicks Ewan's door when he is asleep."},
    {kHarm, "Mr Baird pays Ewan to film his mother."},
    {kHarm, "Mr Baird cut Isla's hair off because her mother had plaited it."},
    {kHarm, "Mr Baird stood Ewan in the rain for an hour."},
    {kHarm, "Mr Baird has Ewan carry his messages to Ms Hart."},
    {kIntersections, "Ms Hart's seizures have come weekly since Mr Baird began to keep her awake."},
    {kIntersections, "Mr Baird holds back Ms Hart's inhaler when they argue."},
    {kIntersections, "Mr Baird says that he will tell the imam that she is a whore if she calls the police."},
    {kIntersections, "Ms Hart drinks to get through the nights when Mr Baird comes home."},
    {kIntersections,
     "Because Mr Baird had put the tenancy in his own name, Ms Hart could not get help with the rent."},
    {kIntersections,
     "Ms Hart was turned away by two refuges because she has no recourse to public funds, and Mr Baird tells "
     "her so."},
    {kIntersections, "Mr Baird brings cocaine home on the days that Ms Hart has her drug test."},
    {kIntersections,
     "Ms Hart stopped taking her antidepressants because Mr Baird told her that the social worker would take "
     "the children."},
    {kIntersections, "Mr Baird stopped drinking in 2021 and the assaults went on."},
    {kIntersections,
     "Mr Baird uses his diagnosis to explain why he hit her, though he is calm with his boss."},
    {kIntersections, "Ms Hart has not learned English because Mr Baird would not let her go to classes."},
    {kIntersections, "Mr Baird spends the rent on gambling and tells Ms Hart to find it."},
    {kIntersections,
     "Ms Hart has been off work with stress since Mr Baird began to wait outside the office."},
    {kIntersections, "Mr Baird tells everyone that Ms Hart is bipolar, which she is not."},
    {kIntersections,
     "Ms Hart's benefits are paid into Mr Baird's account, and she has no money of her own for the taxi to "
     "dialysis."},
    {kIntersections, "As a traveller, Ms Hart does not trust the police, and Mr Baird relies on it."},
    {kIntersections, "Mr Baird's control of the money left Ms Hart sleeping in the car."},
};

const std::string_view kOrdinary[] = {
    "Ms Hart lives with Ewan and Isla in a flat in Perth.",
    "Ms Hart was late for the meeting because Mr Baird had the car.",
    "Ms Hart sat with Ewan at the meeting.",
    "Ms Hart walked out of the meeting.",
    "Ms Hart works with children at the nursery.",
    "Ms Hart said that she loves Mr Baird.",
    "Ms Hart told the social worker that Ewan is eight.",
    "Ms Hart asked the social worker for a copy of the report.",
    "Ms Hart took the call in the hall.",
    "Ms Hart made an appointment with the bank.",
    "Ms Hart brought the children late to school.",
    "Ms Hart keeps a dog.",
    "Ms Hart did not take Isla to the dentist.",
    "Ms Hart shouted at Ewan.",
    "Ms Hart puts Mr Baird before the children.",
    "Ms Hart lets Mr Baird see the children.",
    "Ms Hart returned to Mr Baird because she had nowhere to go.",
    "Ms Hart stays with Mr Baird because she loves him.",
    "Ms Hart needs to keep the children safe.",
    "Ms Hart agrees that the children need help.",
    "Ms Hart cooks well.",
    "Ms Hart has cleaned offices for ten years.",
    "Ewan is in Year 4 and enjoys football.",
    "Ewan has asthma.",
    "Ewan was born in 2014.",
    "Ewan was at school when Mr Baird hit Ms Hart.",
    "Ewan said hello to me when I came in.",
    "Ewan goes to his grandmother's after school.",
    "Ewan wants to be a vet.",
    "Ewan stood up when the teacher came in.",
    "Ewan went to bed at eight.",
    "Ewan likes to sit by the window.",
    "Ewan stopped at the shop on the way home.",
    "Isla cried when she had her injection.",
    "Isla has had a cold since Sunday.",
    "Isla sat on her mother's knee while we talked.",
    "Isla hid behind the sofa in a game of hide and seek.",
    "Isla laughed when I asked about the hamster.",
    "Isla cannot come to the meeting because she has school.",
    "Isla has lost two teeth.",
    "Isla misses her old teacher, who left at Easter.",
    "Isla moved to Primary 3 in August.",
    "Isla plays in the band.",
    "Isla will not eat peas.",
    "Isla is waiting for glasses.",
    "Isla woke at six on the day of the trip.",
    "Mr Baird took Isla to the dentist in May.",
    "Mr Baird gave Ewan a bike for his birthday.",
    "Mr Baird told Ewan to do his homework.",
    "Mr Baird sent a card to Isla.",
    "Mr Baird asked Ewan about school.",
    "Mr Baird watched Ewan play football.",
    "Mr Baird moved out in June.",
    "Mr Baird made tea for the workers.",
    "Mr Baird has kept every appointment with the worker.",
    "Mr Baird called the school to say that Ewan was ill.",
    "Mr Baird met his solicitor on Monday.",
    "Mr Baird paid the rent in May.",
    "Mr Baird has a brother in Leeds.",
    "Mr Baird said that he would attend the group.",
    "Mr Baird told me that he had read the report.",
    "Mr Baird keeps his tools in the garage.",
    "Mr Baird put the bins out.",
    "Mr Baird was polite and made eye contact.",
    "Mr Baird waited in the car park for the meeting to begin.",
    "Mr Baird drove to the hearing.",
    "Mr Baird called Ewan on his birthday.",
    "Mr Baird texted Isla to say good night.",
    "Mr Baird rang Ewan to ask about football.",
    "Mr Baird came to the nursery to collect Isla.",
    "Mr Baird waited at the school gate for Isla.",
    "Mr Baird cut Ewan's hair.",
    "Mr Baird put his phone down beside Ewan.",
    "Mr Baird counted to ten with Ewan.",
    "Mr Baird put Ewan in the garden.",
    "Mr Baird took a photo of Isla at the party.",
    "Mr Baird has never hit, strangled or threatened Ms Hart.",
    "Mr Baird neither hit nor threatened Ms Hart.",
    "Mr Baird has never hit Ms Hart or threatened her.",
    "Ms Hart was hurt in a car accident.",
    "Mr Baird texted the worker to say that he was late.",
    "Mr Baird works as a taxi driver.",
    "The worker took Ewan to the park and asked him about home.",
    "The teacher sat with Isla until she was calm.",
    "The police took Ewan to his gran's.",
    "The health visitor told Ms Hart that Isla is doing well.",
    "The GP is on the High Street.",
    "The family worker is off sick.",
    "Ms Hart has a job at the bank.",
    "Mr Baird has a job at the depot.",
    "Ms Hart's mother lives in a rural area.",
    "The church hall was booked for the conference.",
};

// Evidence that begins in the words after kBefore.
std::string evidence_in(const DocumentReport& report, const ComponentCoverage& coverage) {
  std::string words;
  for (const Evidence& piece : coverage.evidence)
    if (piece.span.begin >= kBefore.size())
      words += "“" + std::string(slice<ProseText>(report.document.prose, piece.span)) + "” ";
  return words;
}

DocumentReport read(std::string_view text) {
  return lint(paragraph(std::string(kBefore) + std::string(text)), with_people(), knowledge());
}

TEST(Tellings, AreEvidence) {
  for (const auto& [component, text] : kTellings) {
    const DocumentReport report = read(text);
    EXPECT_NE(evidence_in(report, report.coverage[static_cast<std::size_t>(component)]), "")
        << name_of(component) << ": " << text;
  }
}

TEST(Tellings, OfOrdinaryThingsAreNone) {
  for (const std::string_view text : kOrdinary) {
    const DocumentReport report = read(text);
    for (const ComponentCoverage& coverage : report.coverage)
      EXPECT_EQ(evidence_in(report, coverage), "") << name_of(coverage.component) << ": " << text;
  }
}

}  // namespace
}  // namespace onus
