#include <gtest/gtest.h>

#include <sstream>

#include "people/telling.h"

// A text and lines such as "Ms Hart: non-offending-parent stated convicted"; a line without basis and
// standing checks the role only.
namespace onus::test {
namespace {

void expect_roles(const std::string& text, const std::string& table, const Declarations& declared = {}) {
  const Told told = tell(text, declared);
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) continue;
    const std::string name = line.substr(line.find_first_not_of(' '), colon - line.find_first_not_of(' '));
    std::istringstream words(line.substr(colon + 2));
    std::string role, basis, standing;
    words >> role >> basis >> standing;
    const std::uint32_t person = told.who(name);
    ASSERT_NE(person, kNone) << name << "\n  in " << text;
    const Person& found = told.people.cast.people[person];
    EXPECT_EQ(name_of(found.role()), role) << name << "\n  in " << text;
    if (!basis.empty()) {
      EXPECT_EQ(name_of(found.basis()), basis) << name << "\n  in " << text;
    }
    if (!standing.empty() && !found.roles.empty()) {
      EXPECT_EQ(name_of(found.roles.front().standing), standing) << name << "\n  in " << text;
    }
  }
}

TEST(Roles, Declared) {
  expect_roles("Mr Baird lives in Leith. Ms Hart lives in Fife.",
               "Mr Baird: non-offending-parent declared\n Ms Hart: perpetrator declared",
               {{"Ms Hart"}, {"Mr Baird"}, {}, {}});
}

TEST(Roles, DeclarationsThatCantHoldAreSaid) {
  const Told missing = tell("Ms Hart was seen.", {{"Mr Baird"}, {}, {}, {}});
  ASSERT_EQ(missing.people.warnings.size(), 1U);
  const Told both = tell("Ms Hart was seen.", {{"Ms Hart"}, {"Ms Hart"}, {}, {}});
  ASSERT_EQ(both.people.warnings.size(), 1U);
  EXPECT_TRUE(both.people.cast.people[both.who("Ms Hart")].plays(Role::perpetrator));
  EXPECT_TRUE(both.people.cast.people[both.who("Ms Hart")].plays(Role::non_offending_parent));
  const Told against = tell("Alleged perpetrator: Mr Baird", {{}, {"Mr Baird"}, {}, {}});
  EXPECT_EQ(against.people.warnings.size(), 1U);
  EXPECT_EQ(against.people.cast.people[against.who("Mr Baird")].role(), Role::non_offending_parent);
}

TEST(Roles, Stated) {
  expect_roles("Alleged perpetrator: Mr Baird\n\nVictim: Ms Hart",
               "Mr Baird: perpetrator stated alleged\n Ms Hart: non-offending-parent stated");
  expect_roles("The victim, Ms Osei, was seen at home.", "Ms Osei: non-offending-parent stated");
  expect_roles("Mr Baird was convicted of assaulting Ms Hart in 2019.",
               "Mr Baird: perpetrator stated convicted\n Ms Hart: non-offending-parent stated convicted");
  expect_roles("Ms Tennant is the perpetrator.", "Ms Tennant: perpetrator stated");
}

TEST(Roles, ArrestAndOneActDecideNothing) {
  expect_roles("Ms Hart was arrested. Mr Baird was at home.", "Ms Hart: unknown\n Mr Baird: unknown");
  expect_roles("Ms Hart slapped Mr Baird in 2020.", "Ms Hart: unknown\n Mr Baird: unknown");
  expect_roles("Mr Baird is Ewan's father. Ms Hart is Ewan's mother.",
               "Mr Baird: unknown\n Ms Hart: unknown");
}

TEST(Roles, Told) {
  expect_roles(
      "Ms Tully punched Ms Raman in March. Ms Tully took Ms Raman's bank card and read Ms Raman's messages "
      "every night. "
      "Ms Tully threatened Ms Raman.",
      "Ms Tully: perpetrator inferred\n Ms Raman: non-offending-parent inferred");
}

TEST(Roles, OfThoseBornInAYearOfTwoDigits) {
  expect_roles(
      "Date: 11/09/23\n\nSubjects: Aisha Anwar (dob 12/4/12), Zara Anwar (dob 12/4/87)\n\nAisha Anwar was "
      "seen.",
      "Aisha Anwar: child\n Zara Anwar: unknown");
}

// Who signs an account of the own family isn't at work; who signs a report is.
TEST(Roles, OfThoseWhoSign) {
  expect_roles(
      "WITNESS STATEMENT\n\nI, Priya Nair, will say:\n\nI am the mother of Dev. Ravi Menon slapped me every "
      "week. He took my bank card and threatened to kill me in March.\n\nSTATEMENT OF TRUTH\n\nI believe "
      "it.\n\nSigned: Priya Nair",
      "Priya Nair: non-offending-parent inferred\n Ravi Menon: perpetrator inferred");
  expect_roles("Mother: Leanne Hart\n\nMs Hart was seen.\n\nSigned: Niamh Corrigan",
               "Niamh Corrigan: professional stated");
}

// "With regards to" closes no letter and makes nobody its writer, whom pronouns and acts would pass by.
TEST(Roles, OfSomeoneNamedBehindRegards) {
  expect_roles(
      "Ms Tully punched Ms Raman in March. Ms Tully took Ms Raman's bank card and read Ms Raman's messages "
      "every night. Ms Tully threatened Ms Raman.\n\nWith regards to contact, Ms Raman said that it should "
      "wait.",
      "Ms Tully: perpetrator inferred\n Ms Raman: non-offending-parent inferred");
}

TEST(Roles, EveryoneElse) {
  expect_roles(
      "Ms Tully punched Ms Raman in March. Ms Tully took Ms Raman's bank card and read Ms Raman's messages "
      "every night. "
      "Ms Tully threatened Ms Raman. Mr Cole lives next door.",
      "Ms Tully: perpetrator inferred\n Ms Raman: non-offending-parent inferred\n Mr Cole: other inferred");
  expect_roles("Ms Tully punched Ms Raman in March. Mr Cole lives next door.", "Mr Cole: unknown");
}

TEST(Roles, WhatACourtFoundDecides) {
  expect_roles(
      "Mr Gill alleged that Mrs Gill slapped him, kicked him, bit him and threatened him. It was found that "
      "Mr Gill "
      "punched Mrs Gill in March. It was found that Mr Gill strangled Mrs Gill in May. It was found that Mr "
      "Gill raped Mrs "
      "Gill.",
      "Mr Gill: perpetrator inferred found\n Mrs Gill: non-offending-parent inferred");
}

TEST(Roles, OneActThatACourtFound) {
  expect_roles("The Family Court found that Mr Poole had twisted the arm. Ms Quirk was seen.",
               "Mr Poole: perpetrator stated found");
  // Not where the same court found as much of the other.
  expect_roles(
      "It was found that Mr Gill punched Mrs Gill in March. It was found that Mrs Gill punched Mr Gill in "
      "May.",
      "Mr Gill: unknown\n Mrs Gill: unknown");
}

TEST(Roles, BothSidesStrikeAndMoreIsToldOfEach) {
  expect_roles(
      "Ms Abney says Ms Castle shoved her. Ms Abney says Ms Castle scratched her. Ms Abney says Ms Castle "
      "bit her. "
      "Ms Castle says Ms Abney struck her. Ms Castle says Ms Abney kicked her. Ms Castle says Ms Abney "
      "threatened "
      "her. Ms Castle says Ms Abney slapped her. Ms Castle says Ms Abney strangled her.",
      "Ms Abney: unknown\n Ms Castle: unknown");
}

TEST(Roles, ChargesInNotes) {
  expect_roles("Shona Geddes lives in Leeds. Shona charged with assault and bailed. Ms Mukamuri was seen.",
               "Shona: perpetrator stated alleged");
}

TEST(Roles, GrownChildrenAreNoChildren) {
  expect_roles("Mr Orr (68) lives with his daughter, Tara Foley. Tara Foley is the mother of Bobby (5).",
               "Bobby: child\n Tara Foley: unknown");
}

TEST(Roles, MonthsAfterAName) {
  expect_roles("Isla Hart, 4m, was weighed. Kirsty Lomax, 12m community order, was seen.",
               "Isla Hart: child\n Kirsty Lomax: unknown");
}

TEST(Roles, PupilsAreChildren) {
  expect_roles("Pupils: Una Crehan (2nd class, 8) and Cian Crehan (Jun Infants, 5)\n\nUna was late.",
               "Una Crehan: child\n Cian Crehan: child");
}

TEST(Roles, CounterClaimsLeaveItOpen) {
  expect_roles(
      "Mr Gill said that Mrs Gill slapped him, kicked him and bit him. Mrs Gill said that Mr Gill punched "
      "her, kicked her and threatened her.",
      "Mr Gill: unknown\n Mrs Gill: unknown");
}

TEST(Roles, ChildrenAndProfessionals) {
  expect_roles(
      "Children: Ewan (9) and Isla (4)\n\nReport by: Jane Doe, social worker\n\nDr Shah and PC Orr were "
      "told.",
      "Ewan: child stated\n Isla: child\n Jane Doe: professional stated\n Dr Shah: professional\n PC Orr: "
      "professional");
  expect_roles("Nine-year-old Tariq lives with Ms Aziz.", "Tariq: child\n Ms Aziz: unknown");
}

TEST(Roles, StatedInOtherForms) {
  const char* both = "Mr Bello: perpetrator stated\n Ms Okafor: non-offending-parent stated";
  for (const char* text : {
           "Mr Bello has convictions for assault against Ms Okafor.",
           "Mr Bello served six months for assaulting Ms Okafor.",
           "Mr Bello received a 12-month community order for assault by beating of Ms Okafor.",
           "Ms Okafor is a survivor of domestic abuse by Mr Bello.",
           "Ms Okafor reports that she is a victim of domestic violence from Mr Bello.",
           "Ms Okafor fears Mr Bello. She has been abused by Mr Bello for nine years.",
           "Mr Bello has used coercive control against Ms Okafor throughout the marriage.",
           "Mr Bello is subject to a non-molestation order protecting Ms Okafor and the children.",
           "MARAC victim: Ms Okafor\n\nMARAC perpetrator: Mr Bello",
           "Mr Bello was the aggressor on each occasion. Ms Okafor is the primary victim.",
       })
    expect_roles(text, both);
}

TEST(Roles, AChargeThatIsOutweighedDecidesNothing) {
  expect_roles(
      "Ms Okafor was charged with assaulting Mr Bello. She said that Mr Bello had punched her, strangled her "
      "and "
      "locked her in.",
      "Ms Okafor: unknown\n Mr Bello: unknown");
}

TEST(Roles, ClaimsOfBothSidesDecideNothing) {
  expect_roles(
      "Ms Abney said that Ms Castle shoved her into a door and that Ms Castle threatened her. Ms Castle said "
      "that Ms "
      "Abney struck her, kicked her, took her car keys and threatened her.",
      "Ms Abney: unknown\n Ms Castle: unknown");
}

TEST(Roles, ProfessionalsByTheirWorkAndPlace) {
  const std::string family =
      "Children: Ewan (9) and Isla (4)\n\nMother: Leanne Hart\n\nMs Hart was seen. Ms Hart was calm. Ms Hart "
      "spoke of Ewan. ";
  for (const char* text :
       {"Farida Haidari, who runs the contact centre, wrote.", "I spoke to Farida Haidari at the nursery.",
        "Farida Haidari from Women's Aid rang.", "Farida Haidari from the Caledonian programme rang.",
        "A referral came from Farida Haidari, Kirkside Primary."})
    expect_roles(family + text, "Farida Haidari: professional");
  for (const char* text : {"Farida Haidari, who runs marathons with a neighbour, rang.",
                           "Ms Hart's friend Farida Haidari rang from the school gate.",
                           "Ms Hart met her sister Farida Haidari at the nursery."})
    expect_roles(family + text, "Farida Haidari: other");
  expect_roles("Present: Jane Orr, mother's advocate; Gilda Hobb, SCRA\n\nMother: Leanne Hart",
               "Jane Orr: professional\n Gilda Hobb: professional");
}

TEST(Roles, WhoSignsTheirOwnStoryIsNoWorker) {
  expect_roles(
      "I, Nkechi Obiora, make this statement about Ikenna. My aunt drove us away.\n\nSigned: Nkechi Obiora",
      "Nkechi Obiora: unknown");
  expect_roles("Ms Hart was seen at home.\n\nSigned: Nkechi Obiora", "Nkechi Obiora: professional");
}

TEST(Roles, ProfessionalsByTheirSetting) {
  expect_roles(
      "Children: Ewan (9) and Isla (4)\n\nMother: Leanne Hart\n\nMs Hart was seen. Ms Hart was calm. Ms Hart "
      "spoke of "
      "Ewan. Ewan was at home. Ms Huynh (school) said that Ewan is late. Miss Begum noted that Ewan sleeps "
      "in class. "
      "Ms Hart told Mrs Pham next door. Mrs Cole, who drives a taxi, saw Ms Hart.",
      "Ms Huynh: professional inferred\n Miss Begum: professional inferred\n Mrs Pham: unknown\n Mrs Cole: "
      "other\n "
      "Ms Hart: unknown");
  expect_roles("Those present: Jane Orr, Ward Manager; Sue Lowe (School Nurse)",
               "Jane Orr: professional\n Sue Lowe: professional");
  expect_roles("Father of Fiadh: Conor Devaney\nSocial worker: Niamh Corrigan",
               "Conor Devaney: unknown\n Niamh Corrigan: professional");
}

// Whoever is listed with a job or an agency is a professional; a parent who is listed isn't.
TEST(Roles, ListsOfThosePresent) {
  const char* family = "\n\nMs Hart was seen. Ms Hart cried. Ms Hart left. Ms Hart came back.";
  for (const char* list : {
           "Present: Helen Doyle (Independent Chair), Karen Liu, Health Visitor, Tom Ashe (Bryn Primary), "
           "Leanne Hart, mother",
           "Present:\nHelen Doyle – Independent Chair\nKaren Liu, Health Visitor\nTom Ashe – Housing\n"
           "Leanne Hart – mum",
           "## In attendance\n\n- Helen Doyle, Chair\n- Karen Liu, HV\n- Tom Ashe, Bryn Primary\n- Leanne "
           "Hart, "
           "mother",
           "**Attendees:**\n\n- Helen Doyle (Chair)\n- Karen Liu (Health Visitor)\n- Tom Ashe (Police)\n- "
           "Leanne "
           "Hart (mother)",
           "| Initials | Name | Agency |\n|---|---|---|\n| HD | Helen Doyle | Independent Chair |\n| KL | "
           "Karen Liu "
           "| Health |\n| TA | Tom Ashe | Police |\n| LH | Leanne Hart | Mother |",
           "| Name | Job title |\n|---|---|\n| Helen Doyle | Independent Chair |\n| Karen Liu | Specialist "
           "Worker "
           "|\n| Tom Ashe | Registrar of Births |\n| Leanne Hart | Mother |",
       })
    expect_roles(
        std::string(list) + family,
        "Helen Doyle: professional\n Karen Liu: professional\n Tom Ashe: professional\n Leanne Hart: "
        "unknown");
}

TEST(Roles, LabelsOfThoseAtWork) {
  for (const char* label : {"Supervisor", "Approved by", "Completed by", "School nurse", "Investigator",
                            "Signed", "Allocated worker", "Minutes taken by"})
    expect_roles(std::string(label) + ": Renee Sandoval\n\nMs Hart was seen. Ms Sandoval was told.",
                 "Ms Sandoval: professional\n Ms Hart: unknown");
  const std::string family = "\n\nMs Hart was seen. Ms Hart cried. Ms Hart left. Ms Hart came back.";
  expect_roles("Probation (Mr Quill) to check." + family, "Mr Quill: professional\n Ms Hart: unknown");
  expect_roles("Hoist on loan | Sinéad Walsh, OT\n\nMs Hart was seen by R Behan (HSCL)." + family,
               "Sinéad Walsh: professional\n R Behan: professional\n Ms Hart: unknown");
  expect_roles("Joakim Lindqvist, kindergarten teacher, rang. Lucia, kindergarten, was seen.",
               "Joakim Lindqvist: professional\n Lucia: child");
  expect_roles("Checked by: Fiona Mackay, from the log and with Tariq Aziz\n\nTariq Aziz was seen.",
               "Fiona Mackay: professional\n Tariq Aziz: unknown");
}

// Capitals that are no job, a place or nothing said make nobody a professional.
TEST(Roles, WhatIsNoWork) {
  for (const char* text : {"Leanne Hart (ADHD) was seen.", "Callum rang. Leanne Hart, NFA.",
                           "She was seen by Probation (Leanne Hart).", "Present: Leanne Hart (Cardiff)"})
    expect_roles(text, "Leanne Hart: unknown");
}

// What a label's line tells of somebody doesn't say who they are, nor does a list that says otherwise.
TEST(Roles, WhoALabelSpeaksOf) {
  expect_roles("Neighbour: Callum Baird shouts every night.", "Callum Baird: unknown");
  expect_roles("## Children\n\n- Ewan Hart (9)\n- Leanne Hart – lives at 4 High Street",
               "Ewan Hart: child\n Leanne Hart: unknown");
}

TEST(Roles, WhatALabelTellsIsNobodysName) {
  expect_roles("Gran: Noreen Devlin\n\nDad: Fergal Devlin\n\nGran: says Fergal was always like that.",
               "Noreen Devlin: other\n Fergal Devlin: unknown");
  const Told told =
      tell("IDVA: rang on Monday. On Friday nobody answered. Keeps the phone off.\n\nHe keeps it.");
  for (const char* word : {"On", "Keeps", "Monday"}) EXPECT_EQ(told.who(word), kNone) << word;
}

TEST(Roles, KinOfGrownUpsAndThoseAside) {
  expect_roles("Child: Ewan Hart (9)\n\nThe applicant's mother, Mrs Lomidze, was told. Ms Hart rang.",
               "Mrs Lomidze: other\n Ms Hart: unknown");
  expect_roles(
      "| Name | Relationship |\n|---|---|\n| Kayleigh Pollock | Subject child |\n| Derek Pollock | Father "
      "|\n| Tam "
      "Pollock | Brother of Derek |\n| Mia Orr (6) | Self |\n| Ann Orr | Self |",
      "Tam Pollock: other\n Kayleigh Pollock: child\n Derek Pollock: unknown\n Mia Orr: child\n"
      " Ann Orr: unknown");
  expect_roles("Alleged victims: Wren Begaye (7), Micah Begaye (5)\n\nWren was seen.",
               "Wren Begaye: child\n Micah Begaye: child");
}

TEST(Roles, RowsOfSomeonesFather) {
  expect_roles(
      "| Code | Relationship | Age |\n|---|---|---|\n| Father of Child 2 | Mother's ex-partner | 34 |\n| "
      "Child 2 | | 3 "
      "|\n\nChild 2 was seen by Snr Cst YIP.",
      "Child 2: child\n Snr Cst YIP: professional");
}

TEST(Roles, WhatIsAskedIsntStated) {
  expect_roles("We considered whether Ms Hart used violence against Mr Baird.",
               "Ms Hart: unknown\n Mr Baird: unknown");
}

TEST(Roles, NobodyOfWhomTheReportTells) {
  const Told told = tell(
      "Ewan Hart (9) is registered with a dentist. Ms Hart was seen with an interpreter. She was struck "
      "about the "
      "head and works nights as a therapist. I saw Ewan. Brother and sister fight over the tablet. Ms Hart "
      "came "
      "from Lublin and speaks Kashubian.");
  for (const char* noun : {"dentist", "interpreter", "the head", "therapist", "the writer", "Brother",
                           "sister", "Lublin", "Kashubian"})
    EXPECT_EQ(told.who(noun), kNone) << noun;
}

TEST(Roles, ChildrenBySchoolYear) {
  expect_roles("Lina (Y3) and Petras, who is in Year 1, were seen. Her brother Jonas is in P1.",
               "Lina: child\n Jonas: child");
  expect_roles("Marisol, age 14, is hardly a neutral reporter.", "Marisol: child");
}

TEST(Roles, BodiesArentPeople) {
  const Told told = tell(
      "Ewan's name was placed on the Child Protection Register. The case was called at Paisley Sheriff "
      "Court. Sheriff "
      "Court papers were lodged. Seen by GP.");
  for (const char* body : {"Protection Register", "Sheriff Court", "Register", "GP"})
    EXPECT_EQ(told.who(body), kNone) << body;
}

TEST(Roles, CodesOfAHeader) {
  expect_roles(
      "VIC: Shabnam Akhtar, 31\n\nPERP1: Imran Qureshi, 36, husband of VIC\n\nPERP2: Nasreen Bibi, 61\n\n"
      "CH1: Haris, 7\n\nVIC told PC Dewhurst PERP1 let himself in. CH1 was asleep.",
      "VIC: non-offending-parent stated\n PERP1: perpetrator stated\n PERP2: perpetrator stated\n"
      " CH1: child stated\n PC Dewhurst: professional stated");
}

// Two of one surname, whose titles or initials tell them apart.
TEST(Roles, WhoIsToldApart) {
  const std::string told =
      " told her that he would burn the house down. He punched her and kicked her, took her wages and "
      "followed her "
      "to work. ";
  for (const std::string other : {"Mr B Halloran", "Mr B. Halloran"}) {
    const std::string text =
        "Father: Kevin Halloran\n\nMother: Leilani Faumuina\n\nGrandfather: Brian Halloran\n\n" + other +
        " was at home. Ms Faumuina said that Mr Halloran" + told;
    const Told cast = tell(text);
    const std::uint32_t grandfather = cast.who("Brian Halloran");
    ASSERT_NE(grandfather, kNone);
    EXPECT_FALSE(cast.people.cast.people[grandfather].plays(Role::perpetrator)) << text;
  }
}

TEST(Roles, GuiltOfWhatStandsBefore) {
  expect_roles("Mr Voyle denied the assault on Ms Rees and was found guilty of it.",
               "Mr Voyle: perpetrator stated convicted");
  expect_roles("Mr Voyle has assaulted Ms Rees on two occasions, for one of which he was convicted.",
               "Mr Voyle: perpetrator stated convicted");
  expect_roles("Mr Voyle admitted two counts of common assault against Ms Rees.",
               "Mr Voyle: perpetrator stated admitted\n Ms Rees: non-offending-parent stated admitted");
  expect_roles("Mr Voyle drove without a licence and was found guilty of it.", "Mr Voyle: unknown");
}

TEST(Roles, WhoseAbuseItIs) {
  expect_roles("Ms Rees is a survivor of Mr Voyle's abuse.",
               "Mr Voyle: perpetrator stated\n Ms Rees: non-offending-parent stated");
  expect_roles("Ms Rees left because of Mr Voyle's violence.", "Mr Voyle: perpetrator stated");
  expect_roles("Mr Voyle has been abusive towards Ms Rees since 2015.",
               "Mr Voyle: perpetrator stated\n Ms Rees: non-offending-parent stated");
  expect_roles(
      "Ms Rees is his third victim. Mr Voyle works nights. Mr Voyle says that Ms Rees is his third victim.",
      "Ms Rees: non-offending-parent");
  expect_roles("Mr Voyle was violent to Ms Rees on Friday.", "Mr Voyle: unknown\n Ms Rees: unknown");
  expect_roles("Ms Rees disclosed her abuse.", "Ms Rees: unknown");
}

// A doctor, a sergeant and a pastor may be a mother, a father and a grandmother.
TEST(Roles, WorkOfPeopleOfTheFamily) {
  const std::string text =
      "Subject children: Arjun (9) and Leela (6)\n\nDr Anjali Rao is a registrar. Sgt Mark Ellis is a police "
      "officer. "
      "They have been married for eleven years.\n\nSgt Ellis decides when Dr Rao may work nights. He hides "
      "her car "
      "keys. In March he grabbed her by the throat. He told Leela that her mother cares more for "
      "strangers.\n\n"
      "Dr Moss, the GP, saw Dr Rao on 4 April.";
  expect_roles(
      text,
      "Dr Rao: non-offending-parent inferred\n Sgt Ellis: perpetrator inferred\n Dr Moss: professional");
}

TEST(Roles, ProfessionalsByTheirDuties) {
  expect_roles(
      "Hannah Obi completed the home visit. Beth from Women's Aid met Ms Hart. Mr Baird saw Ms Hart. Ms Hart "
      "saw "
      "Mr Baird. Ms Hart was tired. Ms Hart was at home. Ms Hart has a sister. Mr Baird has a van.",
      "Hannah Obi: professional inferred\n Beth: professional inferred\n Ms Hart: unknown");
  expect_roles(
      "STATEMENT OF SOCIAL WORKER\n\nI, Rebecca Nolan, make this statement. My manager is Declan Burke.",
      "Rebecca Nolan: professional\n Declan Burke: professional");
}

TEST(Roles, WhomFamiliesMeetAtWork) {
  const std::string family =
      " Ms Hart was seen. Ms Hart cried. Ms Hart left. Ms Hart came back. Ms Hart works. Ms Hart slept.";
  expect_roles("Ewan (9) told Miss Osei that he was tired." + family, "Miss Osei: professional inferred");
  expect_roles("Mr Hughes, who is head of Kirkton Primary, rang." + family,
               "Mr Hughes: professional inferred");
  expect_roles("Miss Prosser, who has him for maths, agreed." + family,
               "Miss Prosser: professional inferred");
  expect_roles("Ewan (9) sends it to Mrs Lacey at school." + family, "Mrs Lacey: professional inferred");
  expect_roles("Ewan (9) told Coach Lam of it." + family, "Coach Lam: professional");
  expect_roles("Mr Hughes, who has him for the weekend, rang." + family, "Mr Hughes: other");
}

// The words of a cell end with it: Mum is the mother of both, whoever stands in the next row.
TEST(Roles, CellsEndWithTheirRow) {
  expect_roles(
      "Subjects: Macsen Rees (9) and Temi Oduya (3)\n\n| Initials | Name | Role |\n|---|---|---|\n"
      "| GP | Gwenllian Pugh | Independent chair |\n| CO | Catrin Oduya | Mother of both |\n"
      "| SO | Segun Oduya | Father of Temi |\n| Apologies | Huw Rees | Father of Macsen |\n\n"
      "SO punched Mum in May. SO strangled Mum in June. SO reads Mum's messages every night. The chair "
      "thanked "
      "her.",
      "Gwenllian Pugh: professional\n Catrin Oduya: non-offending-parent\n Segun Oduya: perpetrator");
}

// A review's own names, the ages of children behind their relation, and plans that begin with "Children".
TEST(Roles, TablesOfReviewsAndPlans) {
  expect_roles(
      "| Referred to as | Who |\n|---|---|\n| Tomos | Subject of the review, then 4 |\n| Cadi | His sister, "
      "then 11 "
      "|\n| MGF | Mother's father |\n\nMGF struck Mother in May. MGF strangled Mother in June. MGF reads "
      "Mother's "
      "messages every night. Mother took Cadi to school.",
      "Tomos: child\n Cadi: child\n MGF: perpetrator inferred\n Mother: non-offending-parent inferred");
  expect_roles(
      "Respondent: Achieng Odhiambo\n\n| Who | What | When |\n|---|---|---|\n| Children | Live with Ms "
      "Odhiambo | now "
      "|\n\nMs Odhiambo was seen.",
      "Ms Odhiambo: unknown");
  expect_roles(
      "| Child | Age | Father |\n|---|---|---|\n| Maja Zielinska | 13 | Pawel Zielinski |\n| Ailsa Rae | 2 | "
      "Gordon "
      "Rae |\n\nMr Rae was seen. Gordon left.",
      "Maja Zielinska: child\n Ailsa Rae: child\n Gordon Rae: unknown");
}

// Who would be harmed says that nobody was: what else is told of the other is daily life.
TEST(Roles, WhoIsClearedByWhomItWouldHarm) {
  const auto expect = [](const std::string& said, const char* role) {
    expect_roles(
        "Partner: Thiago Barbosa (TB)\nPatient: Sinead Breslin (SB)\n\n" + said +
            " TB keeps SB's phone in the kitchen. TB has SB's bank card. TB checks SB's messages. TB took "
            "SB's keys.",
        role);
  };
  expect("SB says that TB has never hurt or frightened her.", "TB: unknown");
  expect("SB says that TB has never hit her.", "TB: perpetrator inferred");
  expect("SB was seen alone.", "TB: perpetrator inferred");
}

TEST(Roles, ChildrenOfWhomNoAgeSaysSo) {
  expect_roles(
      "Mr Quirke drove past the school. Ms Llywelyn waved to Mali. Mr Quirke waited. Mali ran to Ms "
      "Llywelyn. Mali "
      "was cold. Ms Llywelyn made soup.",
      "Mali: child\n Mr Quirke: unknown");
  expect_roles("We spoke to Oisin's teacher. Oisin was sad.", "Oisin: child");
  expect_roles("Zara (9) and Bilal walk to school.", "Zara: child\n Bilal: child");
}

// Much that reads like acts and nothing of the kind of anyone else; plans that set survivors tasks are no
// pattern of theirs.
TEST(Roles, ToldInWordsThatNoListHas) {
  expect_roles(
      "Mr Zielinski has driven past the flat each evening. He sent Ms Nowak up to sixty messages a day. He "
      "told Maja "
      "(8) during calls that her mother will go to prison. He put his hand over Ms Nowak's mouth at the "
      "handover.",
      "Mr Zielinski: perpetrator inferred");
  expect_roles(
      "Kelly to take out an order. Kelly is to contact the police should Dean approach. Kelly has undertaken "
      "to keep "
      "the doors locked. Kelly will not discuss the case with Dean. Kelly is asked to keep a diary.",
      "Kelly: unknown");
}

// The parser takes "in law" for a place, and whoever speaks for the one who acts.
TEST(Roles, InLaws) {
  expect_roles(
      "Mrs Sandhu confirmed that her mother-in-law, Mrs Gurbaksh Kaur, holds her passport and Child Benefit "
      "card, counts "
      "the chapatis and tells relatives in Ludhiana that she is mad.",
      "Mrs Gurbaksh Kaur: perpetrator inferred alleged\n Mrs Sandhu: non-offending-parent");
  expect_roles("Foster carer: Paul Brody\n\nLiam and Jade remain with Paul Brody.",
               "Liam: child\n Jade: child");
}

// Whoever a plan names as the one to act may be anyone.
TEST(Roles, OwnersOfActions) {
  expect_roles("By whom: Ms Hart\n\nMs Hart was at home. Ms Hart has a sister.", "Ms Hart: unknown");
}

// A survivor who strikes back, keeps shoes for the children where nobody finds them and tells what he does.
TEST(Roles, WhoStrikesBack) {
  expect_roles(
      "In the Interest of:\nA.V., a female child, age 13\nJ.L., a male child, age 5\n\nA.V. said that her "
      "mom, Ms Vega, "
      "took the diary from Mr Lindqvist and was pushed into the pantry door. Ms Vega claimed that he had her "
      "sign over "
      "the truck. She admitted that she had struck Mr Lindqvist with a skillet. Mr Lindqvist stated that Ms "
      "Vega bites "
      "him. Her sister, Luz, said that Ms Vega keeps sneakers for each child in a mailbox and has taught "
      "A.V. to call.",
      "Ms Vega: unknown\n A.V.: child\n J.L.: child");
}

TEST(Roles, InitialsThatAreALittleWord) {
  expect_roles(
      "Present: Catrin Oduya (CO), Segun Oduya (SO)\n\nCO said that SO hit her in May. SO has kicked the "
      "door in. "
      "SO told CO that he would kill her. CO was afraid.",
      "Segun Oduya: perpetrator");
}

TEST(Roles, CodesInBrackets) {
  expect_roles(
      "Household: Ruben Delgado (BF, 38); Shawna Price (SM, 35); Mateo Delgado (AV1, 11)\n\nAV1 stated that "
      "SM "
      "burned his hand. SM has hit BF with a pan. SM told BF that she would kill him. BF is afraid of SM. SM "
      "locks "
      "the pantry, and BF is given a plate after the dog.",
      "Shawna Price: perpetrator\n Ruben Delgado: non-offending-parent\n Mateo Delgado: child");
}

TEST(Roles, WhatAPartyCallsTheOther) {
  expect_roles("Ms Ray said that Mr Lind was the abuser. Ms Ray and Mr Lind live in Hull.",
               "Mr Lind: unknown");
}

TEST(Roles, SharedGivenNames) {
  expect_roles(
      "Mother: Emma Taylor. Her ex-partner: Mark Wright, Jack's father\nChildren: Ellie Taylor (9), Jack "
      "Wright "
      "(5)\n\nThe school nurse, Emma Shaw, saw the mark. Ellie's father is Dave. Mark punched Emma. Mark "
      "threatened "
      "to kill Emma. Mark took Emma's phone and her wages. Jack told Miss Osei that Daddy squeezed him.",
      "Emma Taylor: non-offending-parent\n Mark Wright: perpetrator\n Emma Shaw: professional\n Dave: other");
}

TEST(Roles, LettersWithPoints) {
  expect_roles(
      "Theo Katsaros (Gr 4) lives with Katerina Vassallo, his mother, and Brodie Lang, her boyfriend.\n\n4 "
      "Mar: B. "
      "punched T. in the car.\n\n5 Mar: B. strangled Katerina and told her he would kill her.",
      "Brodie Lang: perpetrator\n Theo Katsaros: child");
}

// A report that makes the mother the subject of nearly everything says who is blamed, not who is violent.
TEST(Roles, WhoeverIsBlamedAsSurvivorsAre) {
  expect_roles(
      "Kelly Rowe has failed to protect the children from domestic violence in the home. Kelly provoked "
      "Stephen Rowe "
      "by coming home late. She pressed his buttons until he snapped. Kelly let him back into the house "
      "within a week "
      "and hid this from the worker. Kelly refused to make a statement and stopped the children from "
      "speaking to the "
      "police. She shouts at the children and was seen to grab Mason by the arm. Kelly controls what the "
      "children say. "
      "She took the children to her mother's and has stopped Stephen Rowe seeing them. She sent Stephen Rowe "
      "abusive "
      "messages and threatened to call the police on him.",
      "Kelly Rowe: unknown\n Stephen Rowe: unknown");
}

TEST(Roles, NamesThatAreKinElsewhere) {
  expect_roles("Children: Tia (7), Lola (4)\n\nTia is in Primary 3. Lola goes to nursery.",
               "Tia: child\n Lola: child");
}

}  // namespace
}  // namespace onus::test
