#!/usr/bin/python3
"""Makes the three sample reports beside this file, byte for byte the same each time.

    apt-get install python3-docx
    /usr/bin/python3 corpora/samples/make_samples.py

Everyone and every place in them is invented. What a careful reader finds in them is in expected.md.
"""

import datetime
import io
import pathlib
import zipfile
from dataclasses import dataclass, field

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor


# What a report is made of. The text of a paragraph, item or cell is a string, or a list of strings and the marks below.


@dataclass
class Note:
    """A footnote, at the place where it stands in its list."""
    text: str


@dataclass
class Deleted:
    """Words that a tracked change takes out."""
    text: str


@dataclass
class Inserted:
    """Words that a tracked change puts in."""
    text: str


@dataclass
class Commented:
    """Words of the text, and what a second reader wrote about them in the margin."""
    text: str
    comment: str


@dataclass
class Heading:
    text: str
    level: int = 1


@dataclass
class Quote:
    text: str


@dataclass
class Bullets:
    items: list


@dataclass
class Table:
    widths: list        # in centimetres
    header: list
    rows: list


@dataclass
class Report:
    file: str
    title: str
    running_head: str
    author: str
    reviewer: str
    date: datetime.datetime
    facts: list         # the table under the title: (label, value)
    body: list = field(default_factory=list)


ASSESSMENT = Report(
    file="assessment.docx",
    title="Child and Family Assessment",
    running_head="Strathmorrin Council · Children and Families · Confidential",
    author="Fiona Mackellar",
    reviewer="Duncan Reith",
    date=datetime.datetime(2024, 3, 18, 9, 0),
    facts=[
        ("Children", "Ewan Baird (9), Isla Baird (4)"),
        ("Parents", "Leanne Hart (mother), Callum Baird (father)"),
        ("Registration", "Child Protection Register, 14 November 2023. Category: domestic abuse. Perpetrator: Callum Baird"),
        ("Author", "Fiona Mackellar, social worker"),
        ("Date", "18 March 2024"),
    ],
    body=[
        Heading("1. Reason for the assessment"),
        "This assessment was requested after a domestic incident at the family home on 2 March 2024. There was an argument between "
        "the parents and Ms Hart sustained a black eye and a cut lip. A neighbour telephoned the police. Ewan and Isla were upstairs "
        "at the time and did not see anything. There have been four previous call-outs to the address.",
        ["The names of both children have been on the Child Protection Register since November 2023.",
         Note("The Register is reviewed every six months. The next review conference is on 12 June 2024."),
         " The core group asked for an updated assessment of the parents’ ability to meet the children’s needs."],

        Heading("2. Sources of information"),
        Bullets([
            "Home visits to Ms Hart and the children on 5 and 12 March 2024",
            "A telephone call with Mr Baird on 11 March 2024",
            "Reports from Denise Orr, health visitor, and Gordon Petrie, depute head teacher of Dunmerrin Primary School",
            "Police reports and the council’s own records since 2019",
        ]),
        "Mr Baird works away during the week and it was not practicable to meet him in person.",

        Heading("3. Family background"),
        "Ms Hart and Mr Baird met in 2012 and have lived together for most of the time since. It has been a volatile relationship with "
        "a number of separations. In March 2022 Mr Baird was convicted at Dunmerrin Sheriff Court of assaulting Ms Hart and was "
        "fined £300. The family has been known to the department since 2019 because of concerns about domestic violence in the home.",
        "Ms Hart grew up in Carrickvale and has a history of abusive relationships. She works part time in a bakery. Although she was "
        "offered support to move in 2022, she chose to remain with Mr Baird. Her own mother helps with child care and has a good "
        "relationship with the children.",
        "Mr Baird is a scaffolder and has worked for the same firm since 2015. He has a brother in Dunmerrin and no contact with his "
        "parents. He told me that he had a difficult childhood, and this explains why he struggles to manage his anger.",
        "The family rents a flat with two bedrooms from a housing association. There were rent arrears of £640 in January and Ms Hart has agreed "
        "to pay these at £10 a week. The children share a bedroom. The flat is on the second floor and has a drying green that the children use "
        "in dry weather.",

        Heading("4. Chronology"),
        Table([3.2, 8.8, 4.4], ["Date", "Event", "Outcome"], [
            ["12 February 2022", "Ms Hart was punched in the face in the living room. Isla was in the room. Ms Hart telephoned the police "
             "and took the children to her mother’s house.", "Mr Baird charged"],
            ["21 March 2022", "Mr Baird convicted of assault at Dunmerrin Sheriff Court.", "Fine of £300"],
            ["9 June 2022", "Health visitor noted that Ms Hart had allowed Mr Baird back into the home.", "Discussed with Ms Hart"],
            ["4 November 2023", "Police attended. Verbal altercation.", "Referral to the council"],
            ["14 November 2023", "Initial case conference.", "Names placed on the Register"],
            ["2 March 2024", "Ms Hart was pushed against the worktop by Mr Baird and her phone was smashed.", "Report to the procurator fiscal"],
            ["3 March 2024", "Mr Baird went to stay with his brother.", "Core group told"],
        ]),

        Heading("5. The children"),
        "Ewan is a quiet boy who is making steady progress in class. He likes football and drawing. Mr Petrie said that he is polite to "
        "staff. Isla attends nursery on five mornings a week and is meeting her milestones. Her key worker "
        "described a chatty girl who enjoys the sand tray and story time. Both children are registered with a dentist and Isla’s "
        "vaccinations are up to date. Ewan wears glasses and had his eyes tested in January.",
        "The children have been exposed to domestic abuse and it is well known that this has a detrimental impact on children’s "
        "emotional development. Isla is too young to understand what has happened. Ewan showed "
        "me his drawings when I visited and talked about a comic that he is making with a friend.",

        Heading("6. Parenting capacity"),
        Heading("6.1 Ms Hart", 2),
        "Ms Hart is warm with the children and their basic needs are met. However, she has failed to protect them from the violence over "
        "a number of years. She minimises what has been happening. She has not engaged with the family "
        "support worker and missed three of the five appointments offered. On the first visit the living room was untidy and Ms Hart seemed "
        "flat. She is prescribed medication for low mood and drinks wine at weekends.",
        "Ms Hart claims that money was withheld from her and that her calls were monitored, but there is no evidence to support this. "
        "She would like a nursery place for Isla in the afternoons, so that she can take on more hours at the bakery.",
        Heading("6.2 Mr Baird", 2),
        "Mr Baird was pleasant and cooperative on the telephone and is keen to have contact. He is a hands-on father who takes Ewan to "
        "football when his shifts allow. He has parental responsibilities and rights for both children and pays for Ewan’s football "
        "club. On 2 March he lost his temper after a stressful week at work. He had been drinking, and the previous incidents were also "
        "fuelled by alcohol.",

        Heading("7. Analysis"),
        "The parents have a toxic relationship and both need to take responsibility for their part in it. The abuse has taken place mainly at "
        "weekends. The incident on 2 March was the first involving injury for two years and appears to have been a one-off. There have been no "
        "further incidents since then.",
        "Now that the couple have separated, the risk to the children has reduced considerably. Mr Baird has referred himself to an alcohol "
        "service, which is a positive step and lowers the level of concern. Ms Hart has been referred to a support group and this will prevent a recurrence.",
        "The strengths and concerns are:",
        Bullets([
            "Strength: Ms Hart loves the children and telephoned the police in 2022.",
            "Strength: the children’s grandmother sees them every week.",
            "Concern: Ms Hart puts her relationship before the needs of the children.",
            "Concern: the rent arrears, and the effect on the tenancy if Ms Hart misses a payment.",
        ]),

        Heading("8. Plan"),
        Table([6.4, 3.0, 3.0, 4.0], ["Action", "Who", "By when", "How we will know"], [
            ["Ms Hart to ensure that the children are not exposed to any further incidents", "Ms Hart", "Ongoing", "No further police reports"],
            ["Ms Hart must not allow Mr Baird into the home", "Ms Hart", "At once", "Unannounced visits"],
            ["Ms Hart to attend the support group and demonstrate that she can put the children first", "Ms Hart", "30 June 2024",
             "Report from the group leader"],
            ["Ms Hart to supervise Mr Baird’s contact with the children", "Ms Hart", "Each weekend", "Report to core group"],
            ["Parents to improve their communication", "Both parents", "30 June 2024", "Discussion at core group"],
            ["Visit the children at home", "Fiona Mackellar", "Every two weeks", "Case notes"],
        ]),

        Heading("9. Recommendation"),
        "Ewan’s and Isla’s names should stay on the Register until the review conference on 12 June 2024. If the parents remain separated "
        "until then, I expect to recommend that their names are removed and the case is closed.",
        "Fiona Mackellar, social worker, 18 March 2024",
    ],
)

COURT_STATEMENT = Report(
    file="court-statement.docx",
    title="Social Worker’s Statement to the Court",
    running_head="In the Family Court at Harrowmere · Confidential to the parties and the court",
    author="Helen Tranter",
    reviewer="Sunita Rao",
    date=datetime.datetime(2024, 1, 22, 9, 0),
    facts=[
        ("Children", "Kojo Amponsah (11), Efua Amponsah (7)"),
        ("Parents", "Kofi Amponsah (father), Adwoa Boakye (mother)"),
        ("Perpetrator", "Adwoa Boakye, convicted on 6 September 2023 of controlling or coercive behaviour towards Kofi Amponsah"),
        ("Author", "Helen Tranter, social worker, Wexley Borough Council"),
        ("Date", "22 January 2024, for the hearing on 5 February 2024"),
    ],
    body=[
        Heading("1. Introduction"),
        "I have been the social worker for Kojo and Efua since October 2023. I have met Mr Amponsah four times and Ms Boakye twice, on her "
        "own. I have seen each child alone three times. I have read the police, hospital and school records.",

        Heading("2. The family"),
        ["Mr Amponsah and Ms Boakye married in 2010. Mr Amponsah left with the children in May 2023 and they have lived with him since. "
         "On 6 September 2023 Harrowmere Crown Court convicted Ms Boakye of controlling or coercive behaviour towards Mr Amponsah. The court "
         "gave her a suspended sentence and made a restraining order.",
         Note("The restraining order runs until 5 September 2028 and forbids Ms Boakye to contact Mr Amponsah except through a solicitor."),
         " The relationship between the parents was acrimonious for some years before that."],

        Heading("3. Ms Boakye’s behaviour towards Mr Amponsah"),
        ["Mr Amponsah said that from 2017 to May 2023 Ms Boakye decided where he went and what he spent. She kept his bank card and gave him "
         "£10 a week. She telephoned him at work up to thirty times a day and told him to send photographs to show where he was. Two or three "
         "times a month she locked him out of the house at night. In January 2023 she hit him on the head with a saucepan while Efua sat at the "
         "table. The hospital recorded a wound with five stitches. I return to this ", Deleted("altercation"), Inserted("assault"),
         " in section 6."],
        ["In March 2023 ", Commented("Mr Amponsah was burned on the arm with an iron", "Helen, can we say here who did this? The trial "
                                     "bundle should tell us."),
         ". He claims that Ms Boakye also turned his sisters away from the door. Ms Boakye was working long hours at that time and it was the "
         "stress of her job that led her to behave in this way."],
        "Ms Boakye told me that she “ran a tight house” and that Mr Amponsah needed it. She has not married or lived with anyone else, and "
        "I found no record of how she treated earlier partners.",

        Heading("4. Chronology"),
        Table([3.2, 9.0, 4.2], ["Date", "Event", "Source"], [
            ["2017", "Ms Boakye began to keep Mr Amponsah’s bank card and stopped him going to his church.", "Mr Amponsah"],
            ["8 January 2023", "Ms Boakye hit Mr Amponsah on the head with a saucepan.", "Hospital record; conviction"],
            ["18 May 2023", "Police attended a domestic disturbance. Mr Amponsah left that night with Kojo and Efua.", "Police record"],
            ["6 September 2023", "The court convicted Ms Boakye and made a restraining order.", "Court order"],
            ["October to December 2023", "Ms Boakye sent 212 messages for Mr Amponsah to Kojo’s tablet and told Kojo to read them aloud.",
             "Tablet; Kojo"],
        ]),

        Heading("5. How Mr Amponsah cares for the children"),
        "Mr Amponsah protected the children’s routines throughout. I read this list to him and he agreed with it.",
        Bullets([
            "He cooked early, so that Kojo and Efua had eaten and were upstairs before Ms Boakye came home.",
            "He walked them to school every morning and told the class teacher when they had slept badly.",
            "He took Efua to all her speech therapy appointments.",
            "He plays draughts with Kojo at bedtime and talks with him about what happened at home.",
        ]),
        "These acts kept the children fed, rested and in school. However, he failed to report what was happening for six years.",

        Heading("6. The effect on the children"),
        "Ms Boakye used Kojo to carry orders to his father and told him that his father would go to prison if he spoke to a teacher. Since she "
        "began this in 2022 Kojo has stopped inviting friends home, and his teacher said that he loses the thread of his work whenever a "
        "telephone rings. Kojo said to me:",
        Quote("Mum timed Dad when he went to the shop. If he was late she locked the door, and I had to sit on the stairs and not open it. "
              "I got hit once for opening it."),
        "Efua hid under the table when her mother hit her father with the saucepan. Since that day she has wet the bed on three or four nights a "
        "week and she will not eat in the kitchen. She asks her father each evening whether he has his key.",
        "Experiences of this kind can have a lasting effect on children’s emotional development.",

        Heading("7. Analysis"),
        "Ms Boakye’s control did not end when Mr Amponsah left. She moved it to Kojo’s tablet, and Kojo now hides the tablet when it "
        "lights up. Mr Amponsah has taken medication for depression since 2021. Ms Boakye drinks at weekends.",
        "Ms Boakye has attended eight sessions of the probation service’s programme and the risk to the children is therefore lower than it was "
        "in September.",

        Heading("8. Proposed plan"),
        Table([6.6, 3.0, 3.0, 3.8], ["Action", "Who", "By when", "How we will know"], [
            ["Ms Boakye will send no messages to Mr Amponsah through the children or their tablets", "Ms Boakye", "From 5 February 2024",
             "Helen Tranter will read the messages on Kojo’s tablet with him every Friday and count them"],
            ["Ms Boakye will tell the programme worker what she did to Mr Amponsah, Kojo and Efua", "Ms Boakye", "29 March 2024",
             "The programme worker will report what she says to Helen Tranter"],
            ["Mr Amponsah to make sure that Ms Boakye keeps to the restraining order", "Mr Amponsah", "Ongoing", "Update at each visit"],
            ["Mr Amponsah will take Kojo back to chess club, as Kojo asked", "Mr Amponsah", "16 February 2024", "Kojo will tell Helen Tranter"],
            ["Offer Efua eight sessions of play therapy", "Wexley Borough Council", "1 March 2024", "The therapist’s letter"],
        ]),

        Heading("9. Recommendation"),
        "I recommend that Kojo and Efua live with Mr Amponsah and that Ms Boakye sees them on Saturdays at a contact centre, where a "
        "supervisor stays in the room and writes down what she says to them.",
        "Helen Tranter, social worker, 22 January 2024",
    ],
)

CHILD_PLAN = Report(
    file="child-plan.docx",
    title="Child’s Plan: Maya and Sami Lowther",
    running_head="Ellenby Council · Children’s Services · Confidential",
    author="Joanne Keeble",
    reviewer="Paul Wragg",
    date=datetime.datetime(2024, 6, 3, 9, 0),
    facts=[
        ("Children", "Maya Lowther (8), Sami Lowther (5)"),
        ("Parents", "Nadia Rahmani (mother), Stephen Lowther (father)"),
        ("Perpetrator", "Stephen Lowther, convicted on 11 April 2024 of controlling or coercive behaviour towards Nadia Rahmani"),
        ("Author", "Joanne Keeble, social worker and lead professional"),
        ("Date", "3 June 2024"),
        ("Readers", "Ms Rahmani, Mr Lowther and the members of the core group each receive a copy"),
    ],
    body=[
        Heading("1. Why Maya and Sami have a plan"),
        "From 2017 to 2024 Stephen Lowther controlled and frightened Nadia Rahmani and, as they grew, Maya and Sami. On 11 April 2024 "
        "Ellenby Crown Court convicted him of controlling or coercive behaviour towards Ms Rahmani and made a restraining order. "
        "This plan says what he did, how it changed each child’s life, what Ms Rahmani does to keep Maya and Sami well, and what each person will do next.",

        Heading("2. Mr Lowther’s pattern of behaviour"),
        "Ms Rahmani told me what follows in four conversations. The police and court records agree with her, and Mr Lowther admitted the first "
        "three points to the police.",
        Bullets([
            "Every evening from 2017 to February 2024 he read the messages on Ms Rahmani’s telephone and told her which friends she could answer.",
            "Each Friday he took her wages and gave her £20 for the family’s food. In any week when she spent more, he turned off the heating.",
            "He wrote down the mileage of her car every day and questioned her when it showed more than the drive to work.",
            "From 2022 he pushed her against a wall about twice a month. On 9 February 2024 he put his hands round her throat and squeezed until she "
            "could not speak.",
            "He locked her passport in a drawer and told her, at least once a month, that he would send her abroad without the children.",
            "His former wife told the police that from 2009 to 2014 he took her wages too and followed her to work two or three times a week.",
            "Since Ms Rahmani ended the marriage in February 2024 he has sent 38 messages to her sister and has driven slowly past the school gate "
            "on four afternoons.",
        ]),

        Heading("3. Chronology"),
        Table([3.6, 9.2, 3.6], ["Date", "What happened", "Source"], [
            ["2009 to 2014", "Mr Lowther took his former wife’s wages and followed her to work.", "Her statement to the police"],
            ["From 2017", "Mr Lowther read Ms Rahmani’s messages every evening and took her wages every Friday.", "Ms Rahmani; Mr Lowther"],
            ["September and November 2022", "Mr Lowther cancelled Ms Rahmani’s appointments with her doctor.", "Surgery record"],
            ["March 2023", "Mr Lowther took Maya out of swimming club because another parent had talked with Ms Rahmani there.",
             "Maya; swimming coach"],
            ["9 February 2024", "Mr Lowther squeezed Ms Rahmani’s throat while Sami held her sleeve. Ms Rahmani telephoned the police and "
             "stayed beside Sami all night.", "Police record"],
            ["11 April 2024", ["The court convicted Mr Lowther and made a restraining order.",
                               Note("The restraining order runs until 10 April 2029. It forbids Mr Lowther to contact Ms Rahmani, or to come within "
                                    "100 metres of her or of the school.")], "Court order"],
            ["7 to 23 May 2024", "Mr Lowther drove slowly past the school gate on four afternoons.", "School log; police"],
        ]),

        Heading("4. What Mr Lowther did to the children"),
        Bullets([
            "He made Maya tell him each evening whom her mother had spoken to. When she said that she did not know, he took away her bedtime book.",
            "He sent two of Maya’s friends home from the door in the summer of 2023 and told her that visitors cost money.",
            "He made Sami eat alone in the hall about twice a week for spilling food, and shouted at him if he cried.",
            "He told Sami to stand and watch on 9 February 2024 while he squeezed Ms Rahmani’s throat.",
            "He forbade both children to speak Farsi, their mother’s language, and shouted at them when they used it.",
        ]),

        Heading("5. How his behaviour has changed each child’s life"),
        Heading("5.1 Maya", 2),
        Bullets([
            "Health: since her father began to question her each evening, Maya has had stomach aches on three or four evenings a week.",
            "School: Priya Nair, her class teacher, said that Maya stopped putting up her hand in the autumn of 2023. Maya told her, “If I answer, "
            "Dad gets it out of me later.”",
            "Friends: Maya has asked nobody to play since her father sent her friends home.",
            "Activities: Maya was two lengths from her 400-metre badge when her father took her out of swimming club. She keeps the unfinished card "
            "in her school bag.",
        ]),
        "Maya told me how she managed his questions. She chose these words for the plan and knows that her father will read them:",
        Quote("I learned to say I forgot. If I said I forgot he was only cross with me and not with Mum. I am good at forgetting now, even "
              "spellings."),
        Heading("5.2 Sami", 2),
        Bullets([
            "Eating: since his father made him eat alone in the hall, Sami eats only when his mother sits next to him, and he hides bread in his "
            "pockets.",
            "Speech: Sami spoke in whole sentences at three. Paul Wragg, his reception teacher, said that Sami now whispers or points. He began to "
            "whisper after his father shouted at him for speaking Farsi.",
            "Sleep: since his father squeezed his mother’s throat beside him, Sami wakes on most nights and holds her sleeve until he "
            "sleeps again.",
            "Family: Sami lost most of his Farsi when his father forbade it, so he cannot follow his grandmother’s stories on the telephone.",
        ]),

        Heading("6. What Ms Rahmani does for Maya and Sami"),
        "Ms Rahmani has protected and cared for both children every day. I read this list back to her. She added the last two "
        "points and agreed that Mr Lowther may read them all.",
        Bullets([
            "She gave Maya and Sami their tea before Mr Lowther came home, so that they ate in peace.",
            "She agreed with Mr Lowther aloud when he raised his voice at the table, which drew his attention away from Sami.",
            "She talks with Maya every morning about the day ahead and what to look forward to, so that Maya starts her lessons calm.",
            "She took both children to every dental and health appointment, on foot, after Mr Lowther took the car keys.",
            "She put aside a few coins from each Friday’s £20 and paid for Maya’s school trips.",
            "She sits beside Sami at every meal and sings to him in Farsi at bath time.",
        ]),
        "Because of what she did, Maya missed only two days of school last year and Sami’s weight stayed steady. Sandra Holt, the health visitor, "
        "and Priya Nair both told Ms Rahmani that they had seen this work and valued it.",

        Heading("7. Other circumstances, and how Mr Lowther used them"),
        Bullets([
            "Immigration: Ms Rahmani’s visa depended on the marriage. Mr Lowther used it to keep her silent: because he held her passport and "
            "threatened to send her abroad, she could not safely speak to a doctor or the police before February 2024.",
            "Health: Ms Rahmani has had panic attacks since 2022, when he began to push her against walls. By cancelling two of her appointments "
            "he delayed her treatment by eight months.",
            "Money: he took out two loans in her name and spent them. The repayments of £150 a month left her without money for Maya’s and Sami’s "
            "winter coats.",
            "Alcohol: Mr Lowther drinks on Fridays. He read her messages, took her wages and questioned Maya on days when he had drunk nothing, so "
            "alcohol does not explain what he did.",
        ]),

        Heading("8. Work with Mr Lowther so far"),
        "Ian Garside, behaviour-change worker, has met Mr Lowther five times since 22 April 2024. Mr Lowther has described how he read Ms "
        "Rahmani’s messages and took her wages. He has not yet spoken about what he did to Sami. His attendance does not show that he has "
        "changed. The measures in section 9 will show whether he has.",

        Heading("9. The plan"),
        Table([6.4, 2.8, 3.0, 4.4], ["Action", "Who", "By when", "How we will know"], [
            ["Mr Lowther will send no messages to Ms Rahmani, her sister or the children, and will ask nobody else to send any", "Stephen Lowther",
             "From 3 June 2024", "PC Karen Tully will read the message records every Monday and tell the core group how many he has sent"],
            ["Mr Lowther will stay at least 100 metres from the school and from Ms Rahmani", "Stephen Lowther", "From 3 June 2024",
             "Paul Wragg will write down every sighting in the school log, and Joanne Keeble will read the log every Friday"],
            ["At the contact centre Mr Lowther will talk with Maya and Sami about their day and will ask them nothing about their mother",
             "Stephen Lowther", "Every Saturday from 8 June to 31 August 2024",
             "Helen Croft, contact supervisor, will write down his questions word for word, and Joanne Keeble will read her notes every Monday"],
            ["Mr Lowther will describe each of his acts in sections 2 and 4, and what it did to Maya and Sami, without blaming Ms Rahmani, drink or "
             "work", "Stephen Lowther", "31 July 2024",
             "Ian Garside will compare his account with the court’s findings and report in writing to Joanne Keeble"],
            ["Mr Lowther will pay the £150 a month for the two loans", "Stephen Lowther", "28 June 2024, then monthly",
             "Joanne Keeble will check his bank statement each month"],
            ["Ms Rahmani will take Sami to speech therapy, as she asked to do; the council will pay the fares", "Nadia Rahmani",
             "From 11 June 2024", "The therapist will note how many words Sami says aloud"],
            ["Ms Rahmani will help Maya to finish her 400-metre badge, as Maya asked; the council will pay for the lessons", "Nadia Rahmani",
             "30 August 2024",
             "Maya will show Joanne Keeble her card"],
            ["Joanne Keeble will order Farsi story books for Sami and pay for them", "Joanne Keeble", "14 June 2024",
             "Sami will show Paul Wragg the books at school"],
            ["Priya Nair will start each day with ten quiet minutes with Maya", "Priya Nair", "From 4 June 2024",
             "Priya Nair will count how often Maya puts up her hand each week"],
        ]),

        Heading("10. Review"),
        "The core group will meet on 2 September 2024. For each action we will ask what Mr Lowther has done differently, who saw it, and how Maya "
        "and Sami are sleeping, eating, learning and playing. If Mr Lowther breaks the restraining order, PC Karen Tully will arrest him and "
        "Joanne Keeble will call the core group together within three working days.",
        "Joanne Keeble, social worker and lead professional, 3 June 2024",
    ],
)


# How it is written.

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
W = nsdecls("w")


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run_xml(text, tag="w:t"):
    return f'<w:r {W}><{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>'


class Writer:
    def __init__(self, report):
        self.report = report
        self.document = docx.Document()
        self.footnotes = []
        self.comments = []
        self.changes = 100
        self.stamp = report.date.strftime("%Y-%m-%dT%H:%M:%SZ")

    def write(self):
        self.prepare()
        self.document.add_paragraph(self.report.title, style="Title")
        self.facts(self.report.facts)
        for block in self.report.body:
            self.block(block)
        self.add_part("footnotes", FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, self.footnotes_xml())
        if self.comments:
            self.add_part("comments", COMMENTS, RELATIONSHIP_TYPE.COMMENTS, self.comments_xml())
        return self.pack()

    def prepare(self):
        report, document = self.report, self.document
        properties = document.core_properties
        properties.title, properties.author, properties.last_modified_by = report.title, report.author, report.author
        properties.created = properties.modified = report.date
        properties.language, properties.comments, properties.revision = "en-GB", "", 1

        section = document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.2)
        section.header.paragraphs[0].text = report.running_head
        section.header.paragraphs[0].runs[0].font.size = Pt(9)
        footer = section.footer.paragraphs[0]
        footer._p.append(parse_xml(run_xml("Page ")))
        footer._p.append(parse_xml(f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))

        styles = document.styles
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")
        for name, size in (("Normal", 10.5), ("Title", 20), ("Heading 1", 13), ("Heading 2", 11.5)):
            style = styles[name]
            style.font.name, style.font.size = "Arial", Pt(size)
            fonts = style.element.rPr.find(qn("w:rFonts"))
            for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
                del fonts.attrib[theme]
            for script in ("w:eastAsia", "w:cs"):
                fonts.set(qn(script), "Arial")
            if name != "Normal":
                style.font.color.rgb = RGBColor(0x1F, 0x2A, 0x44)
        quote = styles["Quote"].paragraph_format
        quote.left_indent = quote.right_indent = Cm(1.2)
        text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style, text.font.size = styles["Normal"], Pt(9)
        styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True

    def block(self, block):
        add = self.document.add_paragraph
        if isinstance(block, Heading):
            self.document.add_heading(block.text, block.level)
        elif isinstance(block, Quote):
            add(block.text, style="Quote")
        elif isinstance(block, Bullets):
            for item in block.items:
                self.fill(add(style="List Bullet"), item)
        elif isinstance(block, Table):
            self.table(block)
        else:
            self.fill(add(), block)

    def facts(self, facts):
        table = self.new_table(len(facts), [3.0, 13.4])
        for row, (label, value) in zip(table.rows, facts):
            self.cell(row.cells[0], label, bold=True)
            self.cell(row.cells[1], value)
        self.document.add_paragraph()

    def table(self, block):
        table = self.new_table(len(block.rows) + 1, block.widths)
        head = table.rows[0]._tr.get_or_add_trPr()
        head.append(parse_xml(f"<w:tblHeader {W}/>"))
        for cell, text in zip(table.rows[0].cells, block.header):
            self.cell(cell, text, bold=True)
        for row, texts in zip(table.rows[1:], block.rows):
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {W}/>"))
            for cell, text in zip(row.cells, texts, strict=True):
                self.cell(cell, text)
        self.document.add_paragraph()

    def new_table(self, rows, widths):
        table = self.document.add_table(rows, len(widths), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(table.columns, widths):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        return table

    def cell(self, cell, content, bold=False):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        self.fill(paragraph, content)
        for run in paragraph.runs:
            run.font.size, run.bold = Pt(9.5), bold or None

    def fill(self, paragraph, content):
        for piece in [content] if isinstance(content, str) else content:
            for xml in self.pieces(piece):
                paragraph._p.append(parse_xml(xml))

    def pieces(self, piece):
        if isinstance(piece, str):
            return [run_xml(piece)]
        if isinstance(piece, Note):
            self.footnotes.append(piece.text)
            return [f'<w:r {W}><w:rPr><w:rStyle w:val="footnotereference"/></w:rPr>'
                    f'<w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>']
        if isinstance(piece, Commented):
            number = len(self.comments)
            self.comments.append(piece.comment)
            return [f'<w:commentRangeStart {W} w:id="{number}"/>', run_xml(piece.text), f'<w:commentRangeEnd {W} w:id="{number}"/>',
                    f'<w:r {W}><w:commentReference w:id="{number}"/></w:r>']
        self.changes += 1
        tag, text = ("del", "w:delText") if isinstance(piece, Deleted) else ("ins", "w:t")
        return [f'<w:{tag} {W} w:id="{self.changes}" w:author="{self.report.reviewer}" w:date="{self.stamp}">'
                f"{run_xml(piece.text, text)}</w:{tag}>"]

    def footnotes_xml(self):
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="footnotetext"/></w:pPr><w:r><w:rPr>'
            f'<w:rStyle w:val="footnotereference"/></w:rPr><w:footnoteRef/></w:r>{run_xml(" " + text)}</w:p></w:footnote>'
            for number, text in enumerate(self.footnotes, start=1))
        return (f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
                '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
                f"{notes}</w:footnotes>")

    def comments_xml(self):
        initials = "".join(word[0] for word in self.report.reviewer.split())
        comments = "".join(
            f'<w:comment w:id="{number}" w:author="{self.report.reviewer}" w:date="{self.stamp}" w:initials="{initials}">'
            f"<w:p>{run_xml(text)}</w:p></w:comment>" for number, text in enumerate(self.comments))
        return f"<w:comments {W}>{comments}</w:comments>"

    def add_part(self, name, content_type, relationship, xml):
        blob = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml).encode()
        main = self.document.part
        main.relate_to(Part(PackURI(f"/word/{name}.xml"), content_type, blob, main.package), relationship)

    def pack(self):
        package = self.document.part.package
        for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
            del package.rels[key]
        raw, packed = io.BytesIO(), io.BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w") as target:
            names = source.namelist()
            for name in sorted(names, key=lambda name: (name != "[Content_Types].xml", name)):
                entry = zipfile.ZipInfo(name, ZIP_TIME)
                entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
                target.writestr(entry, source.read(name))
        return packed.getvalue()


if __name__ == "__main__":
    folder = pathlib.Path(__file__).resolve().parent
    for report in (ASSESSMENT, COURT_STATEMENT, CHILD_PLAN):
        (folder / report.file).write_bytes(Writer(report).write())
